import type { VideoSource } from '../course-package.ts'

/** The video id in any of the forms YouTube links come in, or null. */
export function youtubeId(url: string): string | null {
  const parsed = asUrl(url)
  if (parsed === null) return null
  const host = parsed.hostname.replace(/^(www|m|music)\./, '')
  const parts = parsed.pathname.split('/').filter((part) => part !== '')
  if (host === 'youtu.be') return validId(parts[0])
  if (host !== 'youtube.com' && host !== 'youtube-nocookie.com') return null
  if (parts[0] === 'watch') return validId(parsed.searchParams.get('v') ?? undefined)
  return ['embed', 'v', 'shorts', 'live'].includes(parts[0] ?? '') ? validId(parts[1]) : null
}

/** A page of a known player that may be framed: its address over https, or null. */
export function playerUrl(url: string): string | null {
  const parsed = asUrl(url)
  if (parsed === null) return null
  const host = parsed.hostname.replace(/^www\./, '')
  const parts = parsed.pathname.split('/').filter((part) => part !== '')
  parsed.protocol = 'https:'
  if (host === 'player.vimeo.com' && parts[0] === 'video') return parsed.href
  if (host === 'vimeo.com' && /^\d+$/.test(parts[0] ?? ''))
    return `https://player.vimeo.com/video/${parts[0]}`
  if (host === 'fast.wistia.net' || host === 'fast.wistia.com') return parsed.href
  if (host === 'dailymotion.com' && parts[0] === 'embed') return parsed.href
  if (host === 'loom.com' && parts[0] === 'embed') return parsed.href
  if (host === 'docs.google.com' || host === 'calendar.google.com') return parsed.href
  return null
}

/** What a link to a video is, if it is one we can show. */
export function videoSource(url: string): VideoSource | null {
  const id = youtubeId(url)
  if (id !== null) return { kind: 'youtube', youtubeId: id }
  const parsed = asUrl(url)
  if (parsed !== null && /\.(mp4|webm|m4v|mov|ogv|m3u8)$/i.test(parsed.pathname)) {
    return { kind: 'url', url: parsed.href }
  }
  return null
}

function validId(id: string | undefined): string | null {
  return id !== undefined && /^[\w-]{6,20}$/.test(id) ? id : null
}

function asUrl(url: string): URL | null {
  const parsed = URL.parse(url.startsWith('//') ? `https:${url}` : url)
  return parsed !== null && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed : null
}
