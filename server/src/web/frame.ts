import type { FastifyRequest } from 'fastify'
import type { App } from '../platform/ctx.ts'
import { locales, nearestLocale } from '../platform/messages.ts'

/** What every page needs to know: the organization it belongs to, and who reads it. Shapes as in web/src/lib/session.ts. */
export type FrameFacts = {
  site: Record<string, unknown>
  session: Record<string, unknown> | null
  held: Record<string, unknown> | null
}

type Named = { id: string; slug: string; name: string }
/** Answer of GET /identity/frame. */
type Frame = {
  passwordMinLength: number
  organization:
    | (Named & {
        description: string | null
        logoUrl: string | null
        accentColor: string | null
        customTerminology: object
        defaultLanguage: string
        signUpOpen: boolean
      })
    | null
  person: {
    id: string
    name: string
    email: string | null
    avatarUrl: string | null
    isMember: boolean
    preferences: { theme: string; language: string; timeZone: string; dateFormat: string } | null
    memberships: Named[]
    permissions: string[]
    modules: string[]
    owes: string | null
    isAnonymous: boolean
    impersonatedBy: string | null
  } | null
}

/** Asks the API, as the reader of the page, for what stands around it. */
export async function frameOf(
  app: App,
  request: FastifyRequest,
  fetch: (request: Request) => Promise<Response>,
): Promise<FrameFacts> {
  const frame = await ask<Frame>(fetch, '/identity/frame')
  if (!frame) throw new Error('The API did not say where this page belongs.')
  const { organization, person } = frame
  return {
    site: {
      organization: {
        id: organization?.id ?? '',
        slug: organization?.slug ?? '',
        name: organization?.name ?? 'Stoa',
        description: organization?.description ?? '',
        logoUrl: organization?.logoUrl ?? null,
        accent: organization?.accentColor ?? null,
      },
      terms: organization?.customTerminology ?? {},
      locale:
        person?.preferences?.language ??
        browserLocale(request) ??
        nearestLocale(organization?.defaultLanguage),
      timeZone: person?.preferences?.timeZone ?? 'UTC',
      dateFormat: person?.preferences?.dateFormat ?? 'medium',
      environment: app.config.env,
      signUpOpen: organization?.signUpOpen ?? false,
      passwordMinLength: frame.passwordMinLength,
    },
    // Half a sign-in is none: whatever the page is, its reader is a visitor until it is finished.
    held: person?.owes ? { name: person.name, email: person.email, owes: person.owes } : null,
    session:
      !person || person.owes
        ? null
        : {
            person: {
              id: person.id,
              name: person.name,
              email: person.email,
              avatarUrl: person.avatarUrl,
            },
            organizations: person.memberships.map((one) => ({ ...one, logoUrl: null })),
            permissions: person.permissions,
            modules: person.modules,
            theme: person.preferences?.theme ?? null,
            impersonatedBy: person.impersonatedBy,
          },
  }
}

async function ask<T>(fetch: (request: Request) => Promise<Response>, path: string): Promise<T | null> {
  const answer = await fetch(new Request(`http://localhost/api/v1${path}`))
  return answer.ok ? ((await answer.json()) as T) : null
}

/** The language this browser chose by hand or asks for, among those we have; null leaves it to the organization. */
export const browserLocale = (request: FastifyRequest): string | null =>
  chosenLocale(request) ?? wantedLocale(request)

/** The language this browser chose by hand. */
function chosenLocale(request: FastifyRequest): string | null {
  return locales.find((locale) => locale === request.cookies.stoa_locale) ?? null
}

/** The first language of Accept-Language that the catalogue has; its order is taken for the preference. */
function wantedLocale(request: FastifyRequest): string | null {
  for (const wish of (request.headers['accept-language'] ?? '').split(',').slice(0, 10)) {
    const language = wish.split(';')[0]?.trim().toLowerCase().split('-')[0]
    const known = locales.find((locale) => locale === language)
    if (known) return known
  }
  return null
}
