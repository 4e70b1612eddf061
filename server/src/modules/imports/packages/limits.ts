/** How much a package may ask of us. Sizes are bytes after unpacking. */
export type PackageLimits = {
  totalBytes: number
  fileBytes: number
  entries: number
  /** Unpacked to packed size. Looked at only once `ratioFromBytes` came out, as small text packs very well. */
  ratio: number
  ratioFromBytes: number
  /** A file that is read as text or XML, all at once. */
  textBytes: number
  /** All text and XML read for the course, counting what is read again. It is held in memory. */
  totalTextBytes: number
  /** Tags inside tags. */
  markupDepth: number
  /** Course items: modules, pages, components, blocks, questions. */
  items: number
}

const mebibyte = 1024 * 1024

export const defaultPackageLimits: PackageLimits = {
  totalBytes: 2048 * mebibyte,
  fileBytes: 512 * mebibyte,
  entries: 50_000,
  ratio: 200,
  ratioFromBytes: 10 * mebibyte,
  textBytes: 32 * mebibyte,
  totalTextBytes: 256 * mebibyte,
  markupDepth: 200,
  items: 50_000,
}
