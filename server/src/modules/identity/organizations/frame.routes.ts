import { Type } from 'typebox'
import { anyone } from '../../../platform/actor.ts'
import { route } from '../../../platform/http/route.ts'
import { Id, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { OrganizationName } from '../sessions/sessions.schemas.ts'
import { frameOf } from './frame.ts'
import { Terminology } from './terminology.ts'

const Frame = Type.Object({
  passwordMinLength: Type.Integer({ description: 'Characters a new password has at least' }),
  organization: Nullable(
    Type.Object({
      id: Id,
      slug: Type.String(),
      name: Type.String(),
      description: Nullable(Type.String()),
      logoUrl: Nullable(Type.String()),
      accentColor: Nullable(Type.String()),
      customTerminology: Terminology,
      defaultLanguage: Type.String(),
      signUpOpen: Type.Boolean(),
    }),
  ),
  person: Nullable(
    Type.Object({
      id: Id,
      name: Type.String(),
      email: Nullable(Type.String()),
      avatarUrl: Nullable(Type.String()),
      isMember: Type.Boolean({ description: 'Belongs to this organization in good standing' }),
      preferences: Nullable(
        Type.Object({
          theme: OneOf(['system', 'light', 'dark'] as const),
          language: Type.String(),
          timeZone: Type.String(),
          dateFormat: Type.String(),
        }),
      ),
      memberships: Type.Array(OrganizationName, { description: 'Organizations the person can switch to' }),
      permissions: Type.Array(Type.String(), { description: '`*` is all of them' }),
      modules: Type.Array(Type.String(), { description: 'Modules the person may use' }),
      owes: Nullable(
        OneOf(['second_factor', 'second_factor_enrolment', 'sso'] as const, {
          description: 'What their sign-in still needs; until then nothing but that is open to them',
        }),
      ),
      isAnonymous: Type.Boolean(),
      impersonatedBy: Nullable(Type.String({ description: 'Name of who acts as this person' })),
    }),
  ),
})

export const frameRoutes = [
  route({
    method: 'GET',
    path: '/frame',
    summary: 'What stands around every page: the organization, and who reads it',
    response: Frame,
    organization: 'none',
    whileOnHold: true,
    allow: anyone,
    handle: frameOf,
  }),
]
