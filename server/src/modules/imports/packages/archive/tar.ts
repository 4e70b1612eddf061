import { createReadStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { PackageLimits } from '../limits.ts'
import { PackageRefused } from '../package-refused.ts'
import type { Intake } from './intake.ts'
import { isDiskError } from './zip.ts'

const headerBytes = 4096
const slackBytes = 8 * 1024 * 1024

/** Unpacks a tar file, gzipped or not. `packedBytes` is the size of the file. Errors: PackageRefused. */
export async function unpackTar(
  file: string,
  gzipped: boolean,
  packedBytes: number,
  intake: Intake,
  limits: PackageLimits,
  signal: AbortSignal | undefined,
): Promise<void> {
  const archive = extract()
  let entries = 0
  let announcedBytes = 0
  archive.on('entry', (header, content, next) => {
    const finish = async () => {
      entries += 1
      announcedBytes += header.size ?? 0
      intake.countEntry()
      const path = header.type === 'directory' ? null : intake.admit(header.name)
      if (path !== null && (header.type === 'file' || header.type === 'contiguous-file')) {
        await intake.store(path, Readable.from(content), null, null, signal)
        return
      }
      if (path !== null) intake.note('archive.link', 'dropped', path)
      for await (const _ of content);
    }
    finish().then(() => next(), next)
  })

  let out = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      out += chunk.length
      if (gzipped && out > limits.ratioFromBytes && out > packedBytes * limits.ratio) {
        done(new PackageRefused('archive.packed_too_tightly', { name: 'tar.gz', ratio: limits.ratio }))
      } else if (out > announcedBytes + entries * headerBytes + slackBytes) {
        // Long names and extended headers are held in memory by the reader; nobody needs megabytes of them.
        done(new PackageRefused('archive.damaged', { detail: 'oversized headers' }))
      } else {
        done(null, chunk)
      }
    },
  })
  try {
    const source = createReadStream(file)
    if (gzipped) await pipeline(source, createGunzip(), meter, archive, { signal })
    else await pipeline(source, meter, archive, { signal })
  } catch (error) {
    if (error instanceof PackageRefused || signal?.aborted || isDiskError(error)) throw error
    throw new PackageRefused('archive.damaged', { detail: (error as Error).message })
  }
}
