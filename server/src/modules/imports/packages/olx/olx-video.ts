import { toWebVtt } from '../captions.ts'
import type { PackageBlock, PackageVideo, VideoSource } from '../course-package.ts'
import { asRecord, asString, parseJson } from '../json.ts'
import { followLink, type LinkResolver } from '../markup/links.ts'
import { childElement, childElements, findAll } from '../markup/markup.ts'
import { youtubeId } from '../markup/video-links.ts'
import type { PackageReading, SourceItem } from '../package-reading.ts'
import type { OlxElement } from './olx-element.ts'
import { type AssetNames, findStatic } from './olx-links.ts'

/** Turns a `<video>` into a video block, followed by its handout and transcript as documents. */
export async function readVideo(
  video: OlxElement,
  item: SourceItem,
  reading: PackageReading,
  assets: AssetNames,
  resolve: LinkResolver,
): Promise<PackageBlock[]> {
  const documents = attachments(video, resolve)
  const source = sourceOf(video, resolve)
  if (source === null) {
    reading.note(item, documents.length > 0 ? 'converted' : 'dropped', 'olx.video.no_source')
    return documents
  }
  const block: PackageVideo = {
    type: 'video',
    title: item.title,
    source,
    durationSeconds: duration(video),
    captions: await captions(video, item, reading, assets),
    transcriptHtml: null,
  }
  const cut = [video.attrs.start_time, video.attrs.end_time].some(
    (time) => time !== undefined && !/^(00:00:00|0(\.0)?|null|)$/.test(time),
  )
  if (cut) reading.note(item, 'converted', 'olx.video.whole_shown')
  else reading.note(item, 'imported', 'item.imported')
  return [block, ...documents]
}

/** A file in the package first, as it stays; then YouTube; then any other address. */
function sourceOf(video: OlxElement, resolve: LinkResolver): VideoSource | null {
  const urls = [...sourceUrls(video)]
  const outside: string[] = []
  for (const url of urls) {
    const target = followLink(url, resolve)
    if (target.kind === 'file') return { kind: 'file', file: target.path }
    if (target.kind === 'outside' && /^https?:/i.test(target.url)) outside.push(target.url)
  }
  const youtube = youtubeIdOf(video)
  if (youtube !== null) return { kind: 'youtube', youtubeId: youtube }
  const [first] = outside
  if (first === undefined) return null
  const id = youtubeId(first)
  return id === null ? { kind: 'url', url: first } : { kind: 'youtube', youtubeId: id }
}

function* sourceUrls(video: OlxElement): Generator<string> {
  const listed = parseJson(video.attrs.html5_sources ?? '[]')
  if (Array.isArray(listed)) yield* listed.filter((url): url is string => typeof url === 'string')
  for (const source of childElements(video.xml, 'source')) if (source.attrs.src) yield source.attrs.src
  if (video.attrs.source) yield video.attrs.source
  for (const encoded of findAll(video.xml, 'encoded_video')) {
    if (encoded.attrs.url && encoded.attrs.profile !== 'youtube') yield encoded.attrs.url
  }
}

/** `youtube_id_1_0`, or the entry for normal speed in `youtube="0.75:AAA,1.00:BBB"`. */
function youtubeIdOf(video: OlxElement): string | null {
  const speeds = new Map(
    (video.attrs.youtube ?? '').split(',').map((pair): [number, string] => {
      const [speed = '', id = ''] = pair.split(':')
      return [Number.parseFloat(speed), id.trim()]
    }),
  )
  const encoded = findAll(video.xml, 'encoded_video').find((file) => file.attrs.profile === 'youtube')
  const candidates = [
    video.attrs.youtube_id_1_0,
    speeds.get(1),
    [...speeds.values()].find((id) => id !== ''),
    encoded?.attrs.url,
  ]
  for (const id of candidates) {
    if (id !== undefined && /^[\w-]{6,20}$/.test(id.trim())) return id.trim()
    const linked = id === undefined ? null : youtubeId(id)
    if (linked !== null) return linked
  }
  return null
}

function duration(video: OlxElement): number | null {
  const seconds = Number.parseFloat(childElement(video.xml, 'video_asset')?.attrs.duration ?? '')
  return seconds > 0 ? Math.round(seconds) : null
}

async function captions(video: OlxElement, item: SourceItem, reading: PackageReading, assets: AssetNames) {
  const found: { language: string; file: string }[] = []
  for (const [stated, names] of captionNames(video)) {
    const language = /^[a-z]{2,8}([-_][a-z0-9]{1,8})*$/i.test(stated) ? stated : 'und'
    const path = names.map((name) => findStatic(reading, assets, name)).find((file) => file !== null) ?? null
    if (path === null) {
      reading.note({ ...item, kind: 'transcript' }, 'dropped', 'captions.missing', {
        params: { language, file: names[0] ?? '' },
      })
      continue
    }
    const text = await reading.readText(path)
    const vtt = text === null ? null : toWebVtt(text)
    if (vtt === null) {
      reading.use(path)
      reading.note({ ...item, kind: 'transcript' }, 'dropped', 'captions.unreadable', {
        params: { language, file: path },
      })
      continue
    }
    const base = path.replace(/^static\//, '').replace(/(\.srt)?(\.sjson|\.vtt|\.srt|\.txt)?$/i, '')
    const file = reading.addFile(
      `generated/captions/${base.replaceAll('/', '-')}.${language}.vtt`,
      'text/vtt',
      Buffer.from(vtt),
    )
    reading.note({ ...item, kind: 'transcript' }, 'converted', 'captions.converted', {
      params: { language, file: path },
    })
    found.push({ language, file })
  }
  return found
}

/** Language to file names it may have: `<transcript>`, the `transcripts` attribute, and the older `sub`. */
function captionNames(video: OlxElement): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const transcript of findAll(video.xml, 'transcript')) {
    const language = transcript.attrs.language
    if (language && transcript.attrs.src) names.set(language, [transcript.attrs.src])
  }
  for (const [language, file] of Object.entries(asRecord(parseJson(video.attrs.transcripts ?? '{}')))) {
    const name = asString(file)
    if (name !== null && !names.has(language)) names.set(language, [name])
  }
  const sub = video.attrs.sub?.trim()
  if (sub && !names.has('en')) names.set('en', [`subs_${sub}.srt.sjson`, `${sub}.srt`, `${sub}.srt.sjson`])
  return names
}

function attachments(video: OlxElement, resolve: LinkResolver): PackageBlock[] {
  const wanted = [
    video.attrs.handout,
    ...childElements(video.xml, 'handout').map((handout) => handout.attrs.src),
    video.attrs.track,
    ...childElements(video.xml, 'track').map((track) => track.attrs.src),
  ]
  const files = new Set<string>()
  for (const url of wanted) {
    const target = url === undefined ? null : followLink(url, resolve)
    if (target?.kind === 'file') files.add(target.path)
  }
  return [...files].map((file) => ({ type: 'document', file, title: file.split('/').at(-1) ?? file }))
}
