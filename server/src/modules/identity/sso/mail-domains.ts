import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'

/** Where anybody can get an address. Not complete, nor need it be: nobody can prove one of them by DNS. */
const publicDomains = new Set(
  `gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.de live.com live.de msn.com yahoo.com yahoo.de
   yahoo.co.uk ymail.com aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de
   freenet.de mail.de posteo.de mailbox.org proton.me protonmail.com pm.me tutanota.com tuta.com fastmail.com zoho.com
   hey.com yandex.com yandex.ru mail.ru qq.com 163.com 126.com naver.com orange.fr free.fr laposte.net libero.it
   bluewin.ch comcast.net verizon.net att.net`.split(/\s+/),
)

export const isPublicMailDomain = (domain: string): boolean => publicDomains.has(domain)

/** A mail domain as it is stored and compared: lower case, in ASCII; null when it is none. */
export function normalDomain(text: string): string | null {
  const given = text.trim().toLowerCase().replace(/^@/, '').replace(/\.$/, '')
  // Of what looks like more than a name, domainToASCII would take the beginning.
  const domain = /^[\p{L}\p{M}\p{N}._-]+$/u.test(given) ? domainToASCII(given) : ''
  const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?$/
  const labels = domain.split('.')
  const fits = domain.length <= 253 && labels.length >= 2 && labels.every((one) => label.test(one))
  return fits && isIP(domain) === 0 && !/^\d+$/.test(labels.at(-1) ?? '') ? domain : null
}

/** The domain of an address, in the same form; null when it has none. */
export const domainOf = (email: string): string | null =>
  normalDomain(email.slice(email.lastIndexOf('@') + 1))
