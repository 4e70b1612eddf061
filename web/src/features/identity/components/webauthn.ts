/** What the API asks a key or passkey, as the browser's interface takes it. */
export type Question = { type: 'create' | 'request'; options: object }

/**
 * Lets the browser ask the person's key. The code for it is fetched when it is needed.
 * @returns the answer as JSON, for a form field; null when the person stopped or no key fitted
 */
export async function answerWithKey({ type, options }: Question): Promise<string | null> {
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
  try {
    const credential =
      type === 'create'
        ? await startRegistration({ optionsJSON: options as never })
        : await startAuthentication({ optionsJSON: options as never })
    return JSON.stringify(credential)
  } catch {
    return null
  }
}
