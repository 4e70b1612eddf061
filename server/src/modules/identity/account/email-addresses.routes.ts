import { Type } from 'typebox'
import { anyone } from '../../../platform/actor.ts'
import { route } from '../../../platform/http/route.ts'
import { Email, Empty, Id, Nullable, Timestamp } from '../../../platform/http/schemas.ts'
import { GivenCode } from '../codes/sign-in-codes.schemas.ts'
import {
  AddressNotProven,
  AddressProven,
  CodeSentLately,
  EmailTaken,
  LinkNotValid,
  PrimaryAddressStays,
  ProofTooOld,
  TooManyAddresses,
  WrongCode,
} from '../errors.ts'
import { OwnSignInNeeded } from '../factors/errors.ts'
import { byIp, byLink, byPerson } from '../limits.ts'
import { oneself } from '../policy.ts'
import { LinkToken } from '../sessions/sessions.schemas.ts'
import { findAddresses } from './email-addresses.queries.ts'
import { addAddress, makePrimary, proveMyAddress, removeAddress, undoPrimary } from './email-addresses.ts'

const Address = Type.Object({
  id: Id,
  email: Type.String(),
  isPrimary: Type.Boolean({ description: 'Where mails go' }),
  isVerified: Type.Boolean({ description: 'Proven: signs in' }),
  addedAt: Timestamp,
  verifiedAt: Nullable(Timestamp),
})
const AddressParams = Type.Object({ addressId: Id })

export const emailAddressRoutes = [
  route({
    method: 'GET',
    path: '/me/addresses',
    summary: 'My addresses',
    response: Type.Object({ items: Type.Array(Address) }),
    organization: 'none',
    allow: oneself,
    handle: async (ctx) => ({ items: await findAddresses(ctx.db, ctx.actor.userId ?? '') }),
  }),
  route({
    method: 'POST',
    path: '/me/addresses',
    summary: 'Add an address, or have its mail sent again; a link and a code are sent to it',
    body: Type.Object({ email: Email }, { additionalProperties: false }),
    response: Address,
    status: 201,
    errors: [ProofTooOld, OwnSignInNeeded, TooManyAddresses, AddressProven, CodeSentLately],
    organization: 'none',
    limits: [byPerson(20, 3600)],
    allow: oneself,
    handle: (ctx, _, { body }) => addAddress(ctx, body.email),
  }),
  route({
    method: 'POST',
    path: '/me/addresses/proofs',
    summary: 'Prove an address of mine by the link or the code of the mail',
    body: Type.Object(
      { token: Type.Optional(LinkToken), email: Type.Optional(Email), code: Type.Optional(GivenCode) },
      { additionalProperties: false },
    ),
    response: Address,
    errors: [LinkNotValid, WrongCode, EmailTaken, OwnSignInNeeded],
    organization: 'none',
    transaction: false,
    limits: [byIp(100, 600), byPerson(60, 600)],
    allow: oneself,
    async handle(ctx, _, { body: { token, email, code } }) {
      if (token) return proveMyAddress(ctx, { token })
      if (!email || !code) throw WrongCode()
      return proveMyAddress(ctx, { email, code })
    },
  }),
  route({
    method: 'PUT',
    path: '/me/addresses/:addressId/primary',
    summary: 'Make a proven address the one mails go to; the one before is told',
    params: AddressParams,
    response: Address,
    errors: [ProofTooOld, OwnSignInNeeded, AddressNotProven],
    organization: 'none',
    allow: oneself,
    handle: (ctx, _, { params }) => makePrimary(ctx, params.addressId),
  }),
  route({
    method: 'DELETE',
    path: '/me/addresses/:addressId',
    summary: 'Remove an address',
    params: AddressParams,
    response: Empty,
    errors: [ProofTooOld, OwnSignInNeeded, PrimaryAddressStays],
    organization: 'none',
    allow: oneself,
    async handle(ctx, _, { params }) {
      await removeAddress(ctx, params.addressId)
      return null
    },
  }),
  route({
    method: 'POST',
    path: '/address-undoings',
    summary: 'Undo a change of the main address by the link the old one got; ends every session',
    body: Type.Object({ token: LinkToken }, { additionalProperties: false }),
    response: Empty,
    errors: [LinkNotValid],
    organization: 'none',
    limits: [byIp(100, 600), byLink(60, 600)],
    allow: anyone,
    async handle(ctx, _, { body }) {
      await undoPrimary(ctx, body.token)
      return null
    },
  }),
]
