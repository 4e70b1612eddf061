import { isRightToLeft } from '../messages.ts'

export type Letter = {
  /** Language of the texts; decides `lang` and the reading direction. */
  locale: string
  heading: string
  paragraphs: string[]
  /** One thing to do; only http and https addresses. */
  action?: { label: string; url: string }
  footer?: string
  /** Colour of the organization, `#rrggbb`. */
  accent?: string | null
}

const ownAccent = '#2f5d50'

/** Writes a mail as HTML and as plain text that says the same. All texts are taken as text, never as markup. */
export function letter(content: Letter): { text: string; html: string } {
  const { heading, paragraphs, action, footer } = content
  if (action && !/^https?:\/\//.test(action.url)) throw new Error('A letter links to http and https only.')
  const accent = /^#[0-9a-f]{6}$/i.test(content.accent ?? '') ? content.accent! : ownAccent
  const text = [
    heading,
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...(footer ? [`--\n${footer}`] : []),
  ]
  const direction = isRightToLeft(content.locale) ? 'rtl' : 'ltr'
  const body = [
    `<h1>${escaped(heading)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${lines(paragraph)}</p>`),
    ...(action
      ? [
          `<p><a class="action" href="${escaped(action.url)}">${escaped(action.label)}</a></p>`,
          `<p class="quiet"><a href="${escaped(action.url)}">${escaped(action.url)}</a></p>`,
        ]
      : []),
    ...(footer ? [`<p class="quiet footer">${lines(footer)}</p>`] : []),
  ]
  const html = `<!doctype html>
<html lang="${escaped(content.locale)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(heading)}</title>
<style>${style(accent)}</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`
  return { text: `${text.join('\n\n')}\n`, html }
}

const style = (accent: string) => `
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 16px; background: #f6f5f2; color: #22211f;
  font: 16px/1.6 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 560px; margin: 0 auto; padding: 32px; background: #ffffff; border-top: 4px solid ${accent}; border-radius: 8px; }
h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3; }
p { margin: 0 0 16px; }
a { color: inherit; }
.action { display: inline-block; padding: 12px 20px; border-radius: 6px; background: ${accent}; color: ${inkOn(accent)};
  font-weight: 600; text-decoration: none; }
.quiet { color: #5f5c57; font-size: 13px; overflow-wrap: anywhere; }
.footer { margin: 24px 0 0; }
@media (prefers-color-scheme: dark) {
  body { background: #161615; color: #ecebe8; }
  main { background: #22211f; }
  .quiet { color: #b3afa8; }
}
`

/** Black or white, whichever is easier to read on the colour (relative luminance of WCAG 2.2). */
function inkOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff'
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
const lines = (text: string) => escaped(text).replaceAll('\n', '<br>\n')
