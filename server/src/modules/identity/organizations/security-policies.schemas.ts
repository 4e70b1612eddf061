import { Type } from 'typebox'
import { Nullable } from '../../../platform/http/schemas.ts'

const hours = (description: string) => Nullable(Type.Integer({ minimum: 1, maximum: 8760, description }))

const rules = {
  requireSecondFactor: Type.Boolean({ description: 'Nobody gets in without a second factor' }),
  requireSso: Type.Boolean({ description: 'Everybody but owners comes through the single sign-on' }),
  oneSessionPerPerson: Type.Boolean({ description: 'A new sign-in ends the one before' }),
  sessionMaxHours: hours('Hours after which everybody signs in again; null: as the installation has it'),
  sessionIdleHours: hours('Hours without use after which a sign-in ends; null: as the installation has it'),
  allowApiTokens: Type.Boolean({ description: 'People may make tokens for programs' }),
  allowAnonymous: Type.Boolean({ description: 'People may come in without an address' }),
  apiTokenMaxDays: Nullable(
    Type.Integer({ minimum: 1, maximum: 3650, description: 'Days a token works at most; null: no limit' }),
  ),
}

export const Policy = Type.Object(rules)
export const PolicyBody = Type.Object(rules, { additionalProperties: false })
export const PolicyChanged = Type.Object({
  ...rules,
  ended: Type.Object(
    {
      sessionsShortened: Type.Integer(),
      sessionsEnded: Type.Integer(),
      tokensShortened: Type.Integer(),
    },
    { description: 'What the new rules meant for sign-ins and tokens there were' },
  ),
})
