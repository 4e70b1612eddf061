import { blockTags, inlineTags } from '../../../../platform/html/sanitize.ts'
import type { PackageBlock } from '../course-package.ts'
import { asRecord, asString, parseJson } from '../json.ts'
import type { LinkResolver } from '../markup/links.ts'
import {
  cdataName,
  childElement,
  element,
  escapeAttribute,
  escapeText,
  findAll,
  innerHtml,
  isElement,
  lineOf,
  type MarkupElement,
  serialize,
  textOf,
  without,
} from '../markup/markup.ts'
import { contentWords, type ReportCode } from '../messages.ts'
import type { PackageReading, SourceItem } from '../package-reading.ts'
import type { OlxElement } from './olx-element.ts'

/** What a component that is neither HTML, problem nor video leaves on the page, noting in the report what it was. */
export function readOtherComponent(
  component: OlxElement,
  item: SourceItem,
  reading: PackageReading,
  resolve: LinkResolver,
): PackageBlock[] {
  const { tag, attrs, xml } = component
  const keep = (html: string, code: ReportCode): PackageBlock[] => {
    const { blocks } = reading.cleanPage(html, resolve, item)
    reading.note(item, blocks.length > 0 ? 'converted' : 'dropped', code, { params: { tag } })
    return blocks
  }
  const task = (html: string, code: ReportCode, solution = ''): PackageBlock[] => {
    const clean = reading.cleanBody(html, resolve, item).html
    reading.note(item, clean === '' ? 'dropped' : 'converted', code, { params: { tag } })
    const solutionHtml = reading.cleanBody(solution, resolve, item).html || null
    return clean === ''
      ? []
      : [
          {
            type: 'exercise',
            title: item.title ?? contentWords.exercise,
            html: clean,
            hints: [],
            solutionHtml,
          },
        ]
  }
  const drop = (code: ReportCode): PackageBlock[] => {
    reading.note(item, 'dropped', code, { params: { tag } })
    return []
  }
  switch (tag) {
    case 'discussion':
    case 'discussion-xblock':
      return drop('olx.discussion')
    case 'lti':
    case 'lti_consumer':
      return drop('olx.external_tool')
    case 'done':
    case 'completion':
      return drop('olx.done_button')
    case 'scorm':
    case 'scormxblock':
    case 'h5pxblock':
      return drop('olx.packaged_activity')
    case 'annotatable':
    case 'textannotation':
      return keep(annotated(xml), 'olx.annotation_text_kept')
    case 'poll':
    case 'poll_question':
      return keep(pollHtml(component), 'olx.poll_text_kept')
    case 'survey':
      return keep(surveyHtml(component), 'olx.poll_text_kept')
    case 'word_cloud':
      return keep(attrs.instructions ?? '', 'olx.word_cloud')
    case 'openassessment':
      return task(openAssessmentHtml(xml), 'olx.peer_assessment')
    case 'edx_sga':
      return task(attrs.solution ?? '', 'olx.staff_graded')
    case 'staffgradedxblock':
      return task(escapeText(attrs.instructions ?? ''), 'olx.staff_graded')
    case 'free_text_response':
    case 'freetextresponse':
    case 'submit-and-compare':
      return task(
        `<div>${attrs.prompt ?? ''}</div>${parts(without(xml, ['hint', 'answer']))}`,
        'olx.problem.open_answer',
      )
    case 'drag-and-drop-v2': {
      const { html, solution } = dragAndDrop(attrs.data ?? '')
      return task(html, 'olx.drag_and_drop', solution)
    }
    case 'google-document':
    case 'google-calendar':
      return keep(googleFrame(component), 'olx.google_document')
    case 'pdf':
      return keep(linkHtml(attrs.url ?? '', item.title ?? attrs.url ?? ''), 'olx.document_link')
    default:
      return keep(readableText(component), 'olx.unknown_component')
  }
}

/** Annotations become the sentence after the passage they belong to. */
function annotated(xml: MarkupElement): string {
  const copy = (node: MarkupElement): MarkupElement => {
    const children = node.children.map((child) => (isElement(child) ? copy(child) : child))
    if (node.name !== 'annotation') return element(node.name, node.attrs, children)
    const note = [node.attrs.title, node.attrs.body].filter(Boolean).join(': ')
    return element('span', {}, [element('mark', {}, children), ...(note === '' ? [] : [` (${note})`])])
  }
  return innerHtml(copy(xml))
}

function pollHtml(component: OlxElement): string {
  const { attrs, xml } = component
  const question = attrs.question ?? textOf(childElement(xml, 'question')) ?? ''
  const written = findAll(xml, 'answer').map((answer) => lineOf(answer))
  const spoken =
    written.length > 0
      ? ''
      : escapeText(textOf({ ...xml, children: xml.children.filter((child) => !isElement(child)) }))
  return `${question}${spoken}${list([...labels(attrs.answers), ...written])}`
}

function surveyHtml(component: OlxElement): string {
  return `${list(labels(component.attrs.questions))}${list(labels(component.attrs.answers))}`
}

/** `[["R", {"label": "Red"}], ["G", "Green"]]`. */
function labels(json: string | undefined): string[] {
  const entries = parseJson(json ?? '[]')
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry): string[] => {
    const value: unknown = Array.isArray(entry) ? entry[1] : entry
    const label = asString(value) ?? asString(asRecord(value).label)
    return label === null ? [] : [label]
  })
}

function list(items: string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escapeText(item)}</li>`).join('')}</ul>`
}

function openAssessmentHtml(xml: MarkupElement): string {
  const prompts = findAll(xml, 'prompts').flatMap((all) => findAll(all, 'description'))
  const old =
    prompts.length > 0
      ? []
      : findAll(xml, 'prompt')
          .filter((prompt) => findAll(prompt, 'description').length === 0)
          .slice(0, 1)
  const criteria = findAll(xml, 'criterion').map((criterion) => {
    const options = findAll(criterion, 'option').map((option) =>
      [
        lineOf(childElement(option, 'label') ?? childElement(option, 'name')),
        lineOf(childElement(option, 'explanation')),
      ]
        .filter(Boolean)
        .join(': '),
    )
    return `<h4>${escapeText(lineOf(childElement(criterion, 'label') ?? childElement(criterion, 'name')))}</h4><p>${escapeText(lineOf(childElement(criterion, 'prompt')))}</p>${list(options)}`
  })
  return [...[...prompts, ...old].map((prompt) => `<div>${textOf(prompt)}</div>`), ...criteria].join('')
}

function dragAndDrop(data: string): { html: string; solution: string } {
  const puzzle = asRecord(parseJson(data))
  const zones = new Map(
    records(puzzle.zones).map((zone) => [
      asString(zone.uid) ?? asString(zone.title) ?? '',
      asString(zone.title) ?? '',
    ]),
  )
  const items = records(puzzle.items)
  const names = items.flatMap((item) => asString(item.displayName) ?? [])
  const picture = asString(puzzle.targetImg)
  const image =
    picture === null
      ? ''
      : `<img src="${escapeText(picture).replaceAll('"', '&quot;')}" alt="${escapeText(asString(puzzle.targetImgDescription) ?? '').replaceAll('"', '&quot;')}">`
  const pairs = items.flatMap((item) => {
    const places = Array.isArray(item.zones) ? item.zones : [item.zone]
    const titles = places
      .flatMap((place) => (typeof place === 'string' ? (zones.get(place) ?? []) : []))
      .filter((title) => title !== '')
    const name = asString(item.displayName)
    return name === null || titles.length === 0 ? [] : [`${name} → ${titles.join(', ')}`]
  })
  return {
    html: `<div>${asString(puzzle.questionText) ?? ''}</div>${image}${list(names)}`,
    solution: list(pairs),
  }
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(asRecord) : Object.values(asRecord(value)).map(asRecord)
}

function googleFrame(component: OlxElement): string {
  const { attrs } = component
  if (attrs.embed_code) return attrs.embed_code
  if (!attrs.calendar_id) return ''
  const url = `https://calendar.google.com/calendar/embed?src=${encodeURIComponent(attrs.calendar_id)}`
  return `<iframe src="${escapeText(url)}" title="${escapeText(attrs.display_name ?? '').replaceAll('"', '&quot;')}"></iframe>`
}

function linkHtml(url: string, title: string): string {
  return url === ''
    ? ''
    : `<p><a href="${escapeText(url).replaceAll('"', '&quot;')}">${escapeText(title)}</a></p>`
}

const spoken = ['html_content', 'content', 'data', 'question', 'prompt', 'instructions', 'description']

/** Whatever of a component nobody here knows can be read: HTML or text kept in attributes, and what is in its tags. */
function readableText(component: OlxElement): string {
  const { xml, attrs } = component
  const written = spoken.flatMap((name) => {
    const text = attrs[name]
    return text === undefined || /^\s*[[{]/.test(text) ? [] : [`<div>${text}</div>`]
  })
  return `${written.join('')}${parts(xml)}`
}

/** Tags that HTML does not know stand on lines of their own, after what their attributes ask; pictures are shown. */
function parts(xml: MarkupElement): string {
  return xml.children
    .map((child) => {
      if (!isElement(child)) return escapeText(child)
      if (child.name === cdataName) return textOf(child)
      if (inlineTags.has(child.name) || blockTags.has(child.name)) return serialize(child)
      const { src, question, prompt } = child.attrs
      const isPicture = src !== undefined && /\.(png|jpe?g|gif|svg|webp)$/i.test(src)
      const picture = isPicture ? `<img src="${escapeAttribute(src)}" alt="">` : ''
      const asked = [question, prompt].flatMap((text) => (text ? `<p>${escapeText(text)}</p>` : []))
      return /^(script|style)$/.test(child.name)
        ? ''
        : `<div>${asked.join('')}${picture}${parts(child)}</div>`
    })
    .join('')
}
