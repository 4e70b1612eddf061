// Letters that do not come apart into a base letter and a mark.
const letters: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** The readable part of an address made from a title: at most 80 of a-z, 0-9 and hyphens; `fallback` when nothing is left. */
export function slugify(title: string, fallback: string): string {
  const plain = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøåłđðþı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return plain === '' ? fallback : plain
}

/** `base`, then `base-2`, `base-3`, …: the first that is not taken. */
export function freeSlug(base: string, taken: readonly string[]): string {
  const used = new Set(taken)
  if (!used.has(base)) return base
  for (let number = 2; ; number += 1) {
    const slug = `${base}-${number}`
    if (!used.has(slug)) return slug
  }
}
