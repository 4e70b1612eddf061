import type { PackageNode } from '../course-package.ts'
import { asRecord, asString, parseJson } from '../json.ts'
import { parseHtml } from '../markup/html-tree.ts'
import type { LinkResolver } from '../markup/links.ts'
import { textOf } from '../markup/markup.ts'
import { contentWords, type ReportCode } from '../messages.ts'
import type { PackageReading, SourceItem } from '../package-reading.ts'

/** A JSON file's value; null when it is missing or no JSON. */
export async function readJsonFile(reading: PackageReading, path: string): Promise<unknown> {
  const text = await reading.readText(path)
  if (text === null) return null
  const value = parseJson(text)
  reading.note(
    fileItem(path),
    value === null ? 'dropped' : 'converted',
    value === null ? 'json.unreadable' : 'olx.settings_read',
    { params: { path } },
  )
  return value
}

/** The course's pages for visitors: `about/overview.html` and `about/short_description.html`. */
export async function readAbout(reading: PackageReading, resolve: LinkResolver) {
  const overview = await reading.readText('about/overview.html')
  const short = await reading.readText('about/short_description.html')
  const item: SourceItem = { kind: 'about', id: 'about/overview.html', title: null, node: null }
  const description = overview === null ? '' : reading.cleanBody(overview, resolve, item).html
  const summary = short === null ? '' : textOf(parseHtml(short).root).replace(/\s+/g, ' ').trim()
  if (overview !== null) reading.note(item, 'imported', description === '' ? 'html.empty' : 'item.imported')
  if (short !== null)
    reading.note(
      { ...item, id: 'about/short_description.html' },
      'imported',
      summary === '' ? 'html.empty' : 'item.imported',
    )
  return { descriptionHtml: description || null, summary: summary || null }
}

/** Handouts and the course's own tabs, as lessons of a module at the end. */
export async function readExtraPages(
  reading: PackageReading,
  resolve: LinkResolver,
  policy: Record<string, unknown>,
): Promise<PackageNode | null> {
  const lessons: PackageNode[] = []
  const read = async (path: string, title: string, kind: string, hidden: boolean) => {
    const item: SourceItem = { kind, id: path, title, node: path }
    const html = await reading.readText(path)
    if (html === null) {
      if (kind === 'static_tab')
        reading.note({ ...item, node: null }, 'dropped', 'olx.target_missing', { params: { path } })
      return
    }
    const { blocks } = reading.cleanPage(html, resolve, item)
    if (blocks.length === 0) {
      reading.note({ ...item, node: null }, 'imported', 'html.empty')
      return
    }
    reading.note(item, 'converted', 'olx.page_added')
    lessons.push({
      sourceId: path,
      kind: 'lesson',
      title,
      releaseAt: null,
      hidden,
      blocks,
      quiz: null,
      children: [],
    })
  }
  await read('info/handouts.html', contentWords.handouts, 'handouts', false)
  for (const tab of Array.isArray(policy.tabs) ? policy.tabs.map(asRecord) : []) {
    const name = asString(tab.name) ?? contentWords.page
    const slug = asString(tab.url_slug)
    const type = asString(tab.type) ?? 'tab'
    if (type === 'static_tab' && slug !== null) {
      await read(
        `tabs/${slug}.html`,
        name,
        'static_tab',
        tab.is_hidden === true || tab.course_staff_only === true,
      )
    } else {
      reading.note({ kind: 'tab', id: type, title: name, node: null }, 'dropped', 'olx.tab')
    }
  }
  for (const kind of ['pdf_textbooks', 'html_textbooks']) {
    for (const book of Array.isArray(policy[kind]) ? policy[kind].map(asRecord) : []) {
      reading.note(
        { kind: 'textbook', id: asString(book.id) ?? kind, title: asString(book.tab_title), node: null },
        'dropped',
        'olx.textbook',
      )
    }
  }
  if (lessons.length === 0) return null
  return {
    sourceId: 'stoa-other-material',
    kind: 'module',
    title: contentWords.otherMaterial,
    releaseAt: null,
    hidden: lessons.every((lesson) => lesson.hidden),
    blocks: [],
    quiz: null,
    children: lessons,
  }
}

const leftovers: [RegExp, ReportCode][] = [
  [/^drafts\//, 'olx.draft'],
  [/^info\/updates/, 'olx.updates'],
  [/^policies\//, 'olx.settings_not_used'],
  [/^assets\//, 'olx.settings_not_used'],
  [/^(wiki|tabs|textbooks|textbook)\//, 'olx.extra_page_not_used'],
  [/^about\//, 'olx.about_not_used'],
]

/** Gives every file no item spoke for its line: static files are kept, the rest is named with the reason. */
export function reportRemainingFiles(reading: PackageReading): void {
  for (const path of reading.paths) {
    const item = fileItem(path)
    if (path.startsWith('static/')) {
      if (reading.isUsed(path)) reading.note(item, 'imported', 'file.used', { params: { path } })
      else if (!reading.wasRead(path)) reading.note(item, 'imported', 'file.unused', { params: { path } })
      continue
    }
    if (reading.wasRead(path)) continue
    const known = leftovers.find(([pattern]) => pattern.test(path))
    const isCourseData = /\.(xml|html?|json)$/i.test(path)
    reading.note(
      item,
      'dropped',
      known?.[1] ?? (isCourseData ? 'olx.not_in_outline' : 'file.not_part_of_course'),
      { params: { path } },
    )
  }
}

/** Static files go along even when no page names them: scripts of a course may have. */
export function keepsUnused(path: string): boolean {
  return path.startsWith('static/')
}

function fileItem(path: string): SourceItem {
  return { kind: 'file', id: path, title: null, node: null }
}
