import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Font, type GlyphRun, openSync } from 'fontkit'

/**
 * Text as outlines. Names come in every script, and no one font has them all: each stretch of text is set in the
 * first of our web fonts that has its letters, and drawn as shapes, which all of these files allow (embedding
 * them does not).
 */
export type Face = 'serif' | 'sans'

const require = createRequire(import.meta.url)

const both: Face[] = ['serif', 'sans']

/** Where each family lives; the first that has a letter is taken. `stroke` thickens files that begin at a hairline weight (em). */
const families: Array<{ at: string; faces: Face[]; stroke: number }> = [
  { at: require.resolve('@fontsource-variable/source-serif-4/package.json'), faces: ['serif'], stroke: 0 },
  { at: require.resolve('@fontsource-variable/inter/package.json'), faces: ['sans'], stroke: 0 },
  { at: require.resolve('@fontsource-variable/noto-sans-arabic/package.json'), faces: both, stroke: 0 },
  { at: require.resolve('@fontsource-variable/noto-sans-hebrew/package.json'), faces: both, stroke: 0.034 },
  { at: require.resolve('@fontsource-variable/noto-sans-devanagari/package.json'), faces: both, stroke: 0 },
  { at: require.resolve('@fontsource-variable/noto-sans-thai/package.json'), faces: both, stroke: 0.034 },
  { at: require.resolve('@fontsource-variable/noto-sans-sc/package.json'), faces: both, stroke: 0.034 },
  { at: require.resolve('@fontsource-variable/noto-sans-kr/package.json'), faces: both, stroke: 0.034 },
]

type Subset = { file: string; stroke: number; ranges: Array<[number, number]> }

const subsets: Record<Face, Subset[]> = { serif: [], sans: [] }
for (const { at, faces, stroke } of families) {
  const folder = dirname(at)
  const family = basename(folder)
  const unicode = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  for (const [name, ranges] of Object.entries(unicode)) {
    // Files of numbered subsets ('[4]') are named without the brackets.
    const file = join(folder, 'files', `${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`)
    for (const face of faces) subsets[face].push({ file, stroke, ranges: ranges.split(',').map(readRange) })
  }
}

function readRange(text: string): [number, number] {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

const opened = new Map<string, Font>()

function open(file: string): Font {
  const known = opened.get(file)
  if (known) return known
  const font = openSync(file) as Font
  opened.set(file, font)
  return font
}

function subsetFor(face: Face, codePoint: number): Subset | null {
  return (
    subsets[face].find(
      ({ file, ranges }) =>
        ranges.some(([from, to]) => codePoint >= from && codePoint <= to) &&
        open(file).hasGlyphForCodePoint(codePoint),
    ) ?? null
  )
}

/** A stretch of text set in one font. */
type Stretch = { run: GlyphRun; scale: number; stroke: number; width: number }
export type Line = { stretches: Stretch[]; width: number }

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u
const isMark = /\p{M}|\u200C|\u200D/u

/** Sets a line of text; letters that none of our fonts has are left out. */
export function setLine(text: string, face: Face, size: number): Line {
  const parts: Array<{ text: string; subset: Subset; isRtl: boolean }> = []
  for (const letter of text.normalize('NFC')) {
    const codePoint = letter.codePointAt(0) ?? 0
    const last = parts.at(-1)
    // Spaces and marks stay with what stands before them when its font has them.
    const stays =
      last &&
      (/\s/.test(letter) || isMark.test(letter)) &&
      open(last.subset.file).hasGlyphForCodePoint(codePoint)
    const subset = stays ? last.subset : subsetFor(face, codePoint)
    if (!subset) continue
    const isRtl = stays ? last.isRtl : rightToLeft.test(letter)
    if (last && last.subset === subset && last.isRtl === isRtl) last.text += letter
    else parts.push({ text: letter, subset, isRtl })
  }
  // A line that begins in a script written from right to left is read from there.
  if (parts[0]?.isRtl) parts.reverse()
  const stretches = parts.map(({ text: words, subset }) => {
    const font = open(subset.file)
    const run = font.layout(words)
    const scale = size / font.unitsPerEm
    return { run, scale, stroke: subset.stroke * font.unitsPerEm, width: run.advanceWidth * scale }
  })
  return { stretches, width: stretches.reduce((sum, stretch) => sum + stretch.width, 0) }
}

/** Breaks text into lines no wider than `width`; a word that is too long for a line is cut where it must be. */
export function setLines(text: string, face: Face, size: number, width: number): Line[] {
  const lines: Line[] = []
  let words = ''
  const flush = () => {
    if (words !== '') lines.push(setLine(words, face, size))
    words = ''
  }
  for (const word of text.trim().split(/\s+/)) {
    const longer = words === '' ? word : `${words} ${word}`
    if (setLine(longer, face, size).width <= width) {
      words = longer
      continue
    }
    flush()
    for (const letter of word) {
      if (words !== '' && setLine(words + letter, face, size).width > width) flush()
      words += letter
    }
  }
  flush()
  return lines
}

/** The largest size, at most `largest`, at which text takes no more than `most` lines of `width`. */
export function fitLines(
  text: string,
  face: Face,
  fit: { largest: number; smallest: number; width: number; most: number },
) {
  for (let size = fit.largest; ; size -= 2) {
    const lines = setLines(text, face, size, fit.width)
    if (lines.length <= fit.most || size <= fit.smallest) return { size, lines: lines.slice(0, fit.most) }
  }
}

/** Draws a set line with its left end at x and its baseline at y. */
export function drawLine(doc: PDFKit.PDFDocument, line: Line, x: number, y: number, colour: string): void {
  let at = x
  for (const { run, scale, stroke } of line.stretches) {
    run.glyphs.forEach((glyph, index) => {
      const position = run.positions[index]
      if (!position) return
      const shape = glyph.path.toSVG()
      if (shape !== '') {
        doc
          .save()
          .translate(at + position.xOffset * scale, y - position.yOffset * scale)
          .scale(scale, -scale)
          .path(shape)
        if (stroke > 0) doc.lineWidth(stroke).lineJoin('round').fillAndStroke(colour, colour)
        else doc.fill(colour)
        doc.restore()
      }
      at += position.xAdvance * scale
    })
  }
}
