import type { Translate } from '~/lib/messages/index.ts'
import type { UsableFactor } from './factor-answer.tsx'

/** A second factor by the name its person gave it, else by what it is. */
export function factorLabel(t: Translate, factor: UsableFactor): string {
  if (factor.name) return factor.name
  switch (factor.type) {
    case 'totp':
      return t('door.set_up_totp')
    case 'webauthn':
      return t('door.set_up_key')
    default:
      return t('door.phone_code_to', { ending: factor.phoneEnding ?? '' })
  }
}
