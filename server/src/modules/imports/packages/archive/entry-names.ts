import { PackageRefused } from '../package-refused.ts'

type EntryName = { path: string; repaired: boolean }

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacters = /[\u0000-\u001f\u007f\u0080-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * The name of an archive entry as a path inside the package: `/` between names, NFC, no empty or `.` parts.
 * Nothing is ever written under this name, so it only has to be unambiguous; a name that points outside the
 * package is refused all the same, since an honest tool does not write one.
 */
export function normalizeEntryName(raw: string): EntryName {
  const slashed = raw.replaceAll('\\', '/')
  if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed)) {
    throw new PackageRefused('archive.absolute_path', { name: shown(raw) })
  }
  const clean = slashed.replace(controlCharacters, '_').normalize('NFC')
  const parts = clean.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) throw new PackageRefused('archive.path_escapes', { name: shown(raw) })
  if (parts.length > 64 || clean.length > 2048) {
    throw new PackageRefused('archive.name_too_long', { name: shown(raw) })
  }
  return { path: parts.join('/'), repaired: clean !== raw }
}

/** Files that operating systems leave in archives and no course refers to. */
export function isSystemFile(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$|\.git\/|\.svn\/)/i.test(path)
}

function shown(name: string): string {
  return name.replace(controlCharacters, '?').slice(0, 200)
}
