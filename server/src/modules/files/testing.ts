import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { TestStoa } from '../../testing/test-stoa.ts'

/** A picture of one colour; `exif` adds what a camera notes: lying on its side, and a place. */
export async function givenPicture(width = 800, height = 600, exif = false): Promise<Buffer> {
  const picture = sharp({ create: { width, height, channels: 3, background: '#2f5d50' } })
  if (!exif) return picture.png().toBuffer()
  return picture
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' } })
    .jpeg()
    .toBuffer()
}

/** Names of all byte files on the disk, finished or not. */
export function bytesOnDisk(stoa: TestStoa): string[] {
  const root = join(stoa.app.config.dataDir, 'files')
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
}
