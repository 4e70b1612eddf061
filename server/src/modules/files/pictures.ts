import type { Sharp, SharpOptions } from 'sharp'

/** The longest side of each variant, in pixels. */
export const variantSides = { web: 1600, thumb: 400 } as const
export type MadeVariant = keyof typeof variantSides

const options: SharpOptions = { limitInputPixels: 60_000_000, failOn: 'error', sequentialRead: true }

/** Loaded with the first picture: the library holds memory that an idle server does not need. */
async function open(path: string): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp(path, options)
}

/** Size in pixels as a person sees it (turned as the camera noted); null when the picture cannot be read. */
export async function pictureSize(path: string): Promise<{ width: number; height: number } | null> {
  try {
    const { autoOrient } = await (await open(path)).metadata()
    return autoOrient
  } catch {
    return null
  }
}

export const smallerPicture = (path: string, variant: MadeVariant) =>
  freshPicture(path, variantSides[variant])

/** A picture as PNG, at most `side` pixels long, for what cannot draw other kinds. Null when it cannot be read. */
export async function pngOf(path: string, side: number): Promise<Buffer | null> {
  try {
    return await (await open(path))
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer()
  } catch {
    return null
  }
}

/**
 * A picture anew as WebP, at most `side` pixels long, turned upright and without what the camera noted, such as the
 * place. Null when the picture is broken or too large to unfold.
 */
export async function freshPicture(
  path: string,
  side: number,
): Promise<{ data: Buffer; width: number; height: number } | null> {
  try {
    const { data, info } = await (await open(path))
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
