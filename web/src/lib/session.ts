import { useRouteLoaderData } from 'react-router'
import type { DateFormat } from './format.ts'
import type { Locale, TermOverrides } from './messages/index.ts'
import type { ThemeChoice } from './theme.ts'

/** The organization a page belongs to, and the language and clock its reader uses. */
export type Site = {
  organization: {
    id: string
    slug: string
    name: string
    /** One or two sentences for the public home; empty when nobody wrote any. */
    description: string
    logoUrl: string | null
    /** A wide picture for the public home. */
    coverUrl: string | null
    /** Own accent colour as `#rrggbb`. */
    accent: string | null
  }
  /** The organization's own words for course, lesson, learner …; what is absent keeps its usual word. */
  terms: TermOverrides
  locale: Locale
  /** IANA name, e.g. `Europe/Athens`. */
  timeZone: string
  dateFormat: DateFormat
  environment: 'development' | 'test' | 'production'
  /** Whether strangers may create an account. */
  signUpOpen: boolean
  /** Characters a new password has at least. */
  passwordMinLength: number
}

/** A signed-in person in their current organization. */
export type Session = {
  person: { id: string; name: string; email: string | null; avatarUrl: string | null }
  /** Every organization the person belongs to, the current one included. */
  organizations: { id: string; slug: string; name: string; logoUrl: string | null }[]
  /** Permissions in the current organization, e.g. `learning.courses.author`; `*` is all of them. */
  permissions: string[]
  /** Modules switched on for this person, e.g. `learning`. */
  modules: string[]
  /** What the person chose for all their devices; null when this browser's own choice counts. */
  theme: ThemeChoice | null
  /** Name of the administrator who is acting as this person. */
  impersonatedBy: string | null
}

/** Somebody whose sign-in is not finished yet: nothing but finishing it is open to them. */
export type Held = {
  name: string
  email: string | null
  owes: 'second_factor' | 'second_factor_enrolment' | 'sso'
}

/** What the root loader gives every page. */
export type Frame = { site: Site; session: Session | null }

const unknownSite: Site = {
  organization: {
    id: '',
    slug: '',
    name: 'Stoa',
    description: '',
    logoUrl: null,
    coverUrl: null,
    accent: null,
  },
  terms: {},
  locale: 'en',
  timeZone: 'UTC',
  dateFormat: 'medium',
  environment: 'production',
  signUpOpen: false,
  passwordMinLength: 10,
}

function useFrame(): Frame {
  // Absent only when the root loader itself failed and an error page is being drawn.
  return useRouteLoaderData<Frame>('root') ?? { site: unknownSite, session: null }
}

/** The organization and the reader's language and time zone. */
export function useSite(): Site {
  return useFrame().site
}

/** Who is signed in, or null. */
export function useSession(): Session | null {
  return useFrame().session
}

/** How many notices wait for the person; known inside the app frame, which shows the bell. */
export function useUnreadNotifications(): number {
  return useRouteLoaderData<{ unread: number }>('app/app-layout')?.unread ?? 0
}

/** Whether the person may do something in the current organization. For showing things; the API decides. */
export function may(session: Session | null, permission: string): boolean {
  const held = session?.permissions ?? []
  return held.includes('*') || held.includes(permission)
}
