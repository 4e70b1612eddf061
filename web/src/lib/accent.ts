/** Surfaces an accent must be readable on; the same values as in `ui/tokens.css`. */
const surfaces = {
  light: ['#faf8f4', '#ffffff', '#f2efe8', '#ebe6dc'],
  dark: ['#181613', '#211e1a', '#110f0d', '#2b2722'],
}

/** WCAG 2.2 contrast for text of any size (1.4.3). */
const enough = 4.5

type Rgb = [number, number, number]

/** The four colours one accent needs in one scheme, as `#rrggbb`. */
export type AccentColours = { accent: string; hover: string; onAccent: string; tint: string }

/**
 * An organization's accent made readable: its hue is kept, its lightness moves until text in it stands out from
 * every surface and text on it stands out from it. Null when the colour is not `#rrggbb`.
 */
export function accentColours(hex: string): { light: AccentColours; dark: AccentColours } | null {
  const colour = parse(hex)
  if (!colour) return null
  const lightTint = (accent: Rgb) => mix(accent, [255, 255, 255], 0.9)
  const darkTint = (accent: Rgb) => mix(accent, [24, 22, 19], 0.82)
  const light = settle(colour, [0, 0, 0], surfaces.light, lightTint)
  const dark = settle(colour, [255, 255, 255], surfaces.dark, darkTint)
  return {
    light: {
      accent: write(light),
      hover: write(mix(light, [0, 0, 0], 0.22)),
      onAccent: '#ffffff',
      tint: write(lightTint(light)),
    },
    dark: {
      accent: write(dark),
      hover: write(mix(dark, [255, 255, 255], 0.22)),
      onAccent: '#14120f',
      tint: write(darkTint(dark)),
    },
  }
}

/** CSS that puts an organization's accent in place of ours; empty when it has none. */
export function accentCss(hex: string | null): string {
  const colours = hex ? accentColours(hex) : null
  if (!colours) return ''
  const pair = (name: keyof AccentColours) => `light-dark(${colours.light[name]},${colours.dark[name]})`
  return `:root{--accent:${pair('accent')};--accent-hover:${pair('hover')};--on-accent:${pair('onAccent')};--accent-tint:${pair('tint')}}`
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [first, second] = [parse(a), parse(b)]
  if (!first || !second) throw new Error(`Not a colour: ${first ? b : a}`)
  const [low, high] = [luminance(first), luminance(second)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** The first step from a colour towards black or white that can be read on every surface and on its own tint. */
function settle(colour: Rgb, towards: Rgb, against: string[], tintOf: (accent: Rgb) => Rgb): Rgb {
  for (let step = 0; step < 50; step += 1) {
    const candidate = mix(colour, towards, step / 50)
    const text = write(candidate)
    if ([...against, write(tintOf(candidate))].every((surface) => contrast(text, surface) >= enough)) {
      return candidate
    }
  }
  return towards
}

function parse(hex: string): Rgb | null {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1]
  if (!digits) return null
  const value = Number.parseInt(digits, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function write(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((part, index) => part + ((to[index] ?? 0) - part) * share) as Rgb
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
