import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accentColours, accentCss, contrast } from './accent.ts'

const accents = ['#14507a', '#ffd400', '#00ff88', '#ff0000', '#000000', '#ffffff', '#7f7f7f', '#f4b8c8']

test.each(accents)('%s becomes readable in both schemes', (hex) => {
  const colours = accentColours(hex)!
  for (const surface of ['#faf8f4', '#ffffff', '#f2efe8', '#ebe6dc', colours.light.tint])
    expect(contrast(colours.light.accent, surface)).toBeGreaterThanOrEqual(4.5)
  for (const surface of ['#181613', '#211e1a', '#110f0d', '#2b2722', colours.dark.tint])
    expect(contrast(colours.dark.accent, surface)).toBeGreaterThanOrEqual(4.5)
  for (const scheme of [colours.light, colours.dark]) {
    expect(contrast(scheme.onAccent, scheme.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(scheme.onAccent, scheme.hover)).toBeGreaterThanOrEqual(4.5)
  }
})

test('a readable accent keeps its colour', () => {
  expect(accentColours('#14507a')!.light.accent).toBe('#14507a')
})

test('what is not a colour is ignored', () => {
  expect(accentCss('red;} body{display:none')).toBe('')
  expect(accentCss(null)).toBe('')
})

test('every text colour of the tokens is readable on every surface in both schemes', () => {
  const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')
  const pair = (name: string) => {
    const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)
    if (!found?.[1] || !found[2]) throw new Error(`--${name} is not a light-dark pair`)
    return [found[1], found[2]] as const
  }
  const texts = ['ink', 'ink-muted', 'ink-subtle', 'accent', 'success', 'warning', 'danger']
  for (const surface of ['page', 'raised', 'sunken', 'hover'])
    for (const text of texts)
      for (const scheme of [0, 1] as const)
        expect(
          contrast(pair(text)[scheme], pair(surface)[scheme]),
          `${text} on ${surface}, scheme ${scheme}`,
        ).toBeGreaterThanOrEqual(4.5)
  for (const tone of ['accent', 'success', 'warning', 'danger'])
    for (const scheme of [0, 1] as const) {
      const tint = pair(`${tone}-tint`)[scheme]
      expect(contrast(pair(tone)[scheme], tint), `${tone} on its tint`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(pair('ink')[scheme], tint), `ink on ${tone} tint`).toBeGreaterThanOrEqual(4.5)
    }
  for (const surface of ['page', 'raised', 'sunken'])
    for (const scheme of [0, 1] as const)
      expect(
        contrast(pair('line-strong')[scheme], pair(surface)[scheme]),
        `control border on ${surface}`,
      ).toBeGreaterThanOrEqual(3)
})
