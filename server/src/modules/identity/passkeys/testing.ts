import type { TestStoa } from '../../../testing/test-stoa.ts'
import type { GivenPerson } from '../testing.ts'
import { softAuthenticator } from './testing-webauthn.ts'

/** A passkey of a person, on an authenticator of their own. */
export async function givenPasskey(stoa: TestStoa, person: Pick<GivenPerson, 'token'>, name = 'Laptop') {
  const device = softAuthenticator(new URL(stoa.app.config.url).origin)
  const asked = await stoa.as(person).post('/identity/passkeys/challenges')
  if (asked.status !== 201) throw new Error(asked.text)
  const credential = device.create(asked.body.options)
  const { challengeId } = asked.body
  const added = await stoa.as(person).post('/identity/passkeys', { challengeId, credential, name })
  if (added.status !== 201) throw new Error(added.text)
  return { id: added.body.id as string, device, credential }
}
