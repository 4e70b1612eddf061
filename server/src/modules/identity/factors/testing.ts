import { Secret, TOTP } from 'otpauth'
import type { TestStoa } from '../../../testing/test-stoa.ts'
import type { GivenPerson } from '../testing.ts'

/** The code an authenticator app shows, `steps` half minutes from now. */
export const appCode = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

/** Time passes: guesses are forgotten, and steps of authenticator apps may be used again. */
export async function timePasses(stoa: TestStoa): Promise<void> {
  await stoa.sql('delete from platform.rate_limits')
  await stoa.sql(
    'update auth.mfa_factors set last_used_step = last_used_step - 10, last_challenged_at = null',
  )
}

export type GivenFactor = { factorId: string; secret: string; recoveryCodes: string[]; token: string }

/** An authenticator app of a person, proven in their present session, which gets the new token. */
export async function givenApp(stoa: TestStoa, person: GivenPerson, name = 'App'): Promise<GivenFactor> {
  const begun = await stoa.as(person).post('/identity/factors', { type: 'totp', name })
  if (begun.status !== 201) throw new Error(begun.text)
  const factorId = begun.body.factor.id
  const secret = begun.body.totp.secret
  const proven = await stoa
    .as(person)
    .post(`/identity/factors/${factorId}/verifications`, { code: appCode(secret) })
  if (proven.status !== 200) throw new Error(proven.text)
  await timePasses(stoa)
  return { factorId, secret, recoveryCodes: proven.body.recoveryCodes ?? [], token: proven.body.token }
}
