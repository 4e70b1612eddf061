import { say } from './messages.ts'

const longest = 300

/** What a copy is called in a language: “Algebra (copy)”, and a copy of that “Algebra (copy 2)”. */
export function copyTitle(title: string, locale: string): string {
  const word = say(locale, 'copy.word')
  const [, original, number] = title.match(new RegExp(`^(.+) \\(${word}(?: (\\d{1,4}))?\\)$`, 's')) ?? []
  const mark = original === undefined ? `(${word})` : `(${word} ${Number(number ?? 1) + 1})`
  const room = longest - mark.length - 1
  // Half of a character is none.
  const kept = (original ?? title).slice(0, room).replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.trimEnd()} ${mark}`
}
