import { createHash } from 'node:crypto'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { isRightToLeft, locales } from '../../../platform/messages.ts'
import { say } from './pages.messages.ts'

const style = `
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
main{max-width:26rem;padding:2rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}
p{margin:0 0 1rem}
code{overflow-wrap:anywhere}
button{font:inherit;min-height:2.75rem;padding:.5rem 1.25rem;margin:0 .5rem .5rem 0;border:1px solid;border-radius:.5rem;background:Canvas;color:CanvasText;cursor:pointer}
button.main{background:CanvasText;color:Canvas}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}
`
const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const localeOf = (ctx: KoaContextWithOIDC): string => {
  const wanted = ctx.oidc?.params?.ui_locales
  const first = typeof wanted === 'string' ? wanted.split(' ')[0]?.slice(0, 2) : undefined
  return locales.find((locale) => locale === first) ?? (ctx.acceptsLanguages([...locales]) || 'en')
}

function page(ctx: KoaContextWithOIDC, locale: string, title: string, body: string): void {
  ctx.type = 'html'
  // No form-action: a browser would hold the way back to the app against it, too.
  ctx.set(
    'content-security-policy',
    `default-src 'none'; style-src ${styleHash}; frame-ancestors 'none'; base-uri 'none'`,
  )
  ctx.set('cache-control', 'no-store')
  ctx.body = `<!doctype html>
<html lang="${locale}" dir="${isRightToLeft(locale) ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`
}

const paragraph = (text: string) => `<p>${escaped(text)}</p>`

/** An app sent somebody here with a request that cannot be answered, and cannot be told so. */
export async function errorPage(
  ctx: KoaContextWithOIDC,
  out: { error: string; error_description?: string | undefined },
): Promise<void> {
  const locale = localeOf(ctx)
  const detail = `<p><code>${escaped(out.error)}</code>${out.error_description ? `: ${escaped(out.error_description)}` : ''}</p>`
  page(ctx, locale, say(locale, 'error.title'), paragraph(say(locale, 'error.text')) + detail)
}

/** Asks before an app signs somebody out (OpenID Connect RP-Initiated Logout 1.0, 2). */
export async function signOutPage(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const locale = localeOf(ctx)
  const app = ctx.oidc.client?.clientName
  const text = app ? say(locale, 'sign_out.text_app', { app }) : say(locale, 'sign_out.text')
  page(
    ctx,
    locale,
    say(locale, 'sign_out.title'),
    `${paragraph(text)}${form}<button class="main" type="submit" form="op.logoutForm" name="logout" value="yes">${escaped(say(locale, 'sign_out.yes'))}</button><button type="submit" form="op.logoutForm">${escaped(say(locale, 'sign_out.no'))}</button>`,
  )
}

export async function signedOutPage(ctx: KoaContextWithOIDC): Promise<void> {
  const locale = localeOf(ctx)
  page(ctx, locale, say(locale, 'signed_out.title'), paragraph(say(locale, 'signed_out.text')))
}
