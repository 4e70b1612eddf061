import mime from 'mime-types'
import type { PackageReading, SourceItem } from '../package-reading.ts'

const settings =
  /^(course_settings\/|imsmanifest\.xml$|lti_resource_links\/|external_content\/|non_cc_assessments\/)/i

/** Whatever is no description of the course itself goes along as a file. */
export function keepsUnusedFile(path: string): boolean {
  return (
    !settings.test(path) &&
    !/(^|\/)(assessment_(qti|meta)|assignment(_settings)?|imsmanifest)\.xml$|\.xml\.qti$|\.xsd$|\.dtd$/i.test(
      path,
    )
  )
}

export function isHtmlPath(path: string): boolean {
  return /\.(x?html?|xht)$/i.test(path)
}

/** Worth opening by itself: not a picture, style or script that some page was to use. */
export function isReadableFile(path: string): boolean {
  const type = mime.lookup(path) || ''
  return /^(application\/(pdf|msword|rtf|zip|epub|vnd\.(ms-|openxml|oasis))|text\/(plain|csv)|audio\/|video\/)/.test(
    type,
  )
}

/** Gives every file no resource spoke for its line. */
export function reportRemainingFiles(reading: PackageReading, spokenFor: Set<string>): void {
  for (const path of reading.paths) {
    const item: SourceItem = { kind: 'file', id: path, title: null, node: null }
    if (reading.isUsed(path)) {
      if (!spokenFor.has(path)) reading.note(item, 'imported', 'file.used', { params: { path } })
    } else if (reading.wasRead(path)) {
      if (settings.test(path) && !spokenFor.has(path))
        reading.note(item, 'converted', 'cc.settings_read', { params: { path } })
    } else if (!keepsUnusedFile(path)) {
      reading.note(item, 'dropped', 'cc.settings_not_used', { params: { path } })
    } else {
      reading.note(item, 'imported', 'file.unused', { params: { path } })
    }
  }
}
