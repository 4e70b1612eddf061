import mime from 'mime-types'
import type { PackageBlock, PackageVideo, VideoSource } from '../course-package.ts'
import { fileUrl } from './links.ts'

/** The block that shows a file of the package for what it is. */
export function fileBlock(path: string, title: string): PackageBlock {
  const name = title || (path.split('/').at(-1) ?? path)
  const type = mime.lookup(path) || ''
  if (type.startsWith('image/')) return { type: 'image', file: path, alt: name, caption: null }
  if (type.startsWith('video/')) return videoBlock({ kind: 'file', file: path }, name)
  if (type.startsWith('audio/')) return { type: 'audio', file: path, title: name }
  return { type: 'document', file: path, title: name }
}

/** A video with nothing but its source known. */
export function videoBlock(source: VideoSource, title: string): PackageVideo {
  return {
    type: 'video',
    title: title === '' ? null : title,
    source,
    durationSeconds: null,
    captions: [],
    transcriptHtml: null,
  }
}

/** Where a block that is no text leads, and its title: to make a link of it. */
export function addressOf(media: PackageBlock): [string, string] {
  switch (media.type) {
    case 'video': {
      const { source } = media
      if (source.kind === 'file') return [fileUrl(source.file), media.title ?? source.file]
      if (source.kind === 'url') return [source.url, media.title ?? source.url]
      const url = `https://www.youtube.com/watch?v=${source.youtubeId}`
      return [url, media.title ?? url]
    }
    case 'audio':
    case 'document':
      return [fileUrl(media.file), media.title]
    case 'image':
      return [fileUrl(media.file), media.alt]
    case 'embed':
      return [media.url, media.title]
    case 'text':
    case 'code':
    case 'callout':
    case 'exercise':
      return ['', '']
  }
}
