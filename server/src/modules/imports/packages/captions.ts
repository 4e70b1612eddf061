import { parseJson } from './json.ts'

/**
 * Any of the caption formats courses carry (SubRip, Open edX's sjson, WebVTT) as WebVTT
 * (https://www.w3.org/TR/webvtt1/), or null when it is none of them.
 */
export function toWebVtt(text: string): string | null {
  const clean = text.replace(/\r\n?/g, '\n').trim()
  if (clean.startsWith('WEBVTT')) return `${clean}\n`
  if (clean.startsWith('{')) return fromSjson(clean)
  return fromSubRip(clean)
}

function fromSubRip(text: string): string | null {
  const cues: string[] = []
  for (const group of text.split(/\n{2,}/)) {
    const lines = group.split('\n')
    const timing = lines.findIndex((line) => line.includes('-->'))
    if (timing < 0 || timing > 1) continue
    const times =
      /(\d{1,2}:)?(\d{1,2}):(\d{2})[,.](\d{1,3})\s*-->\s*(\d{1,2}:)?(\d{1,2}):(\d{2})[,.](\d{1,3})/.exec(
        lines[timing] ?? '',
      )
    if (times === null) continue
    const start = clock(times[1], times[2], times[3], times[4])
    const end = clock(times[5], times[6], times[7], times[8])
    const words = lines
      .slice(timing + 1)
      .join('\n')
      .trim()
    if (words !== '') cues.push(`${start} --> ${end}\n${safeCue(words)}`)
  }
  return cues.length === 0 ? null : `WEBVTT\n\n${cues.join('\n\n')}\n`
}

/** `{"start": [ms…], "end": [ms…], "text": […]}`. */
function fromSjson(text: string): string | null {
  const data = parseJson(text) as { start?: unknown; end?: unknown; text?: unknown } | null
  if (data === null || !Array.isArray(data.start) || !Array.isArray(data.end) || !Array.isArray(data.text))
    return null
  const { start, end } = data as { start: unknown[]; end: unknown[] }
  const cues = (data.text as unknown[]).flatMap((words, index) => {
    const from = start[index]
    const to = end[index]
    if (
      typeof words !== 'string' ||
      words.trim() === '' ||
      typeof from !== 'number' ||
      typeof to !== 'number'
    )
      return []
    return [`${milliseconds(from)} --> ${milliseconds(to)}\n${safeCue(words.trim())}`]
  })
  return cues.length === 0 ? null : `WEBVTT\n\n${cues.join('\n\n')}\n`
}

/** A blank line would end the cue and an arrow would start another. */
function safeCue(words: string): string {
  return words.replace(/\n{2,}/g, '\n').replaceAll('-->', '→')
}

function clock(hours = '0', minutes = '0', seconds = '0', fraction = '0'): string {
  const two = (part: string) => part.replace(':', '').padStart(2, '0')
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${fraction.padEnd(3, '0')}`
}

function milliseconds(total: number): string {
  const whole = Math.max(0, Math.round(total))
  const part = (size: number, of: number) => String(Math.floor(whole / size) % of)
  return clock(part(3_600_000, 100), part(60_000, 60), part(1000, 60), String(whole % 1000).padStart(3, '0'))
}
