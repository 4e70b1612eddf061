import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { App } from '../../../platform/ctx.ts'
import type { NewCredential, SignedChallenge } from './webauthn.schemas.ts'

export type CreationOptions = PublicKeyCredentialCreationOptionsJSON
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON

/** The public half of a key an authenticator holds. */
export type StoredCredential = {
  /** Credential id, base64url. */
  id: string
  /** COSE key, base64url. */
  publicKey: string
  counter: number
  transports: string[]
  aaguid: string
  deviceType: 'singleDevice' | 'multiDevice'
  backedUp: boolean
}

/** Seconds somebody has to touch their key. */
export const challengeSeconds = 300

/** Loaded with the first key: the start of the program does not wait for it. */
const library = () => import('@simplewebauthn/server')

const algorithms = [-8, -7, -257]
const knownTransports = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])

/** Who keys are made for: the domain, and the origins whose pages may use them. */
export function relyingParty(app: App): { id: string; origins: string[] } {
  const { rpId, origins } = app.config.auth.webauthn
  return { id: rpId, origins: [new URL(app.config.url).origin, ...origins] }
}

/**
 * What a browser needs to make a key.
 * @param options.kind passkey: found without an address. second_factor: of use only after another proof.
 */
export async function creationOptions(
  app: App,
  options: {
    kind: 'passkey' | 'second_factor'
    name: string
    userName: string
    displayName: string
    userHandle: Buffer
    existing: Array<{ id: string; transports: string[] }>
  },
): Promise<CreationOptions> {
  const isPasskey = options.kind === 'passkey'
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpName: options.name,
    rpID: relyingParty(app).id,
    userName: options.userName,
    userDisplayName: options.displayName,
    userID: new Uint8Array(options.userHandle),
    timeout: challengeSeconds * 1000,
    attestationType: 'none',
    excludeCredentials: options.existing,
    authenticatorSelection: {
      residentKey: isPasskey ? 'required' : 'discouraged',
      userVerification: isPasskey ? 'preferred' : 'discouraged',
    },
    supportedAlgorithmIDs: algorithms,
  })
}

/** What a browser needs to have a challenge signed; without `allowed` the person chooses the key. */
export async function requestOptions(
  app: App,
  options: {
    allowed: Array<{ id: string; transports: string[] }>
    userVerification: 'preferred' | 'discouraged'
  },
): Promise<RequestOptions> {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({
    rpID: relyingParty(app).id,
    timeout: challengeSeconds * 1000,
    allowCredentials: options.allowed,
    userVerification: options.userVerification,
  })
}

/** A key that was made for us with this challenge; null when anything about it is wrong. */
export async function checkCreation(
  app: App,
  challenge: string,
  credential: NewCredential,
): Promise<StoredCredential | null> {
  const { id, origins } = relyingParty(app)
  const { transports } = credential.response
  const { verifyRegistrationResponse } = await library()
  const made = await verifyRegistrationResponse({
    response: { ...credential, clientExtensionResults: {} } as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedRPID: id,
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null)
  if (!made?.verified) return null
  const { credential: key, aaguid, credentialDeviceType, credentialBackedUp } = made.registrationInfo
  return {
    id: key.id,
    publicKey: Buffer.from(key.publicKey).toString('base64url'),
    counter: key.counter,
    transports: [...new Set(transports ?? [])].filter((transport) => knownTransports.has(transport)),
    aaguid,
    deviceType: credentialDeviceType,
    backedUp: credentialBackedUp,
  }
}

/** The outcome of a signature that fits the key. */
export type SignatureFacts = {
  counter: number
  /** The authenticator checked a PIN or a finger: two factors in one. */
  userVerified: boolean
  backedUp: boolean
  /** The authenticator counted backwards: there are two of it (WebAuthn level 3, 6.1.1). */
  isCopied: boolean
}

/** Checks that this key signed this challenge for us; null when anything about it is wrong. */
export async function checkSignature(
  app: App,
  challenge: string,
  stored: Pick<StoredCredential, 'id' | 'publicKey' | 'counter'>,
  signed: SignedChallenge,
): Promise<SignatureFacts | null> {
  if (signed.id !== stored.id) return null
  const { id, origins } = relyingParty(app)
  const { verifyAuthenticationResponse } = await library()
  const checked = await verifyAuthenticationResponse({
    response: { ...signed, clientExtensionResults: {} } as unknown as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedRPID: id,
    // The counter is compared below: a copy of a key is news of its own, not just a wrong signature.
    credential: {
      id: stored.id,
      publicKey: new Uint8Array(Buffer.from(stored.publicKey, 'base64url')),
      counter: 0,
    },
    requireUserVerification: false,
  }).catch(() => null)
  if (!checked?.verified) return null
  const { newCounter, userVerified, credentialBackedUp } = checked.authenticationInfo
  return {
    counter: newCounter,
    userVerified,
    backedUp: credentialBackedUp,
    isCopied: (newCounter > 0 || stored.counter > 0) && newCounter <= stored.counter,
  }
}
