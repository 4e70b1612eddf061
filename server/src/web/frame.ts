import type { FastifyRequest } from 'fastify'
import { frameOf } from '../modules/identity/index.ts'
import { type App, createCtx, noOrganization } from '../platform/ctx.ts'
import type { Caller } from '../platform/http/mount-routes.ts'
import { locales, nearestLocale } from '../platform/messages.ts'

/** What every page needs to know: the organization it belongs to, and who reads it. Shapes as in web/src/lib/session.ts. */
export type FrameFacts = {
  site: Record<string, unknown>
  session: Record<string, unknown> | null
  held: Record<string, unknown> | null
}

/** What stands around the page for the one who asks for it. */
export async function frameFacts(
  app: App,
  request: FastifyRequest,
  { actor, organizationId }: Caller,
): Promise<FrameFacts> {
  const frame = await frameOf(
    createCtx(app, { actor, organizationId: organizationId ?? noOrganization, requestId: request.id }),
  )
  const { organization, person } = frame
  return {
    site: {
      organization: {
        id: organization?.id ?? '',
        slug: organization?.slug ?? '',
        name: organization?.name ?? 'Stoa',
        description: organization?.description ?? '',
        logoUrl: organization?.logoUrl ?? null,
        coverUrl: organization?.coverUrl ?? null,
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
            organizations: person.memberships,
            permissions: person.permissions,
            modules: person.modules,
            theme: person.preferences?.theme ?? null,
            impersonatedBy: person.impersonatedBy,
          },
  }
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
