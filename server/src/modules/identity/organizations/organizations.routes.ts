import { anyone, holds } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { route } from '../../../platform/http/route.ts'
import { SlugTaken, TooManyOrganizations } from '../errors.ts'
import { byPerson } from '../limits.ts'
import { oneself } from '../policy.ts'
import { OrganizationName } from '../sessions/sessions.schemas.ts'
import { findDomains, type OrganizationRow } from './organizations.queries.ts'
import {
  NewOrganization,
  OrganizationSettings,
  PublicOrganization,
  SettingsChanges,
} from './organizations.schemas.ts'
import { changeSettings, foundOwnOrganization, organizationOf } from './organizations.ts'

const version = (organization: OrganizationRow) => organization.updatedAt.getTime()

async function settingsOf(ctx: Ctx, organization: OrganizationRow) {
  return { ...organization, domains: await findDomains(ctx.db, organization.id) }
}

export const organizationRoutes = [
  route({
    method: 'GET',
    path: '/organization',
    summary: 'The organization this request is in, as everybody may see it',
    response: PublicOrganization,
    load: organizationOf,
    allow: anyone,
    handle: async (_, organization) => ({
      ...organization,
      signUpOpen: organization.signUp === 'open',
    }),
  }),
  route({
    method: 'GET',
    path: '/settings',
    summary: 'Settings of the organization',
    response: OrganizationSettings,
    load: organizationOf,
    allow: holds('identity.settings.manage'),
    version,
    handle: settingsOf,
  }),
  route({
    method: 'PATCH',
    path: '/settings',
    summary: 'Change settings of the organization',
    body: SettingsChanges,
    response: OrganizationSettings,
    load: organizationOf,
    allow: holds('identity.settings.manage'),
    version,
    async handle(ctx, organization, { body }) {
      await changeSettings(ctx, organization, body)
      return settingsOf(ctx, await organizationOf(ctx))
    },
  }),
  route({
    method: 'POST',
    path: '/organizations',
    summary: 'Found an organization and become its owner',
    body: NewOrganization,
    response: OrganizationName,
    status: 201,
    errors: [SlugTaken, TooManyOrganizations],
    organization: 'none',
    limits: [byPerson(10, 3600)],
    allow: oneself,
    async handle(ctx, _, { body }) {
      const id = await foundOwnOrganization(ctx, { ...body, description: body.description ?? null })
      return { id, slug: body.slug, name: body.name }
    },
  }),
]
