import {
  childElements,
  escapeAttribute,
  escapeText,
  lineOf,
  type MarkupElement,
  textOf,
} from '../markup/markup.ts'

/** What is shown before and around answers; everything below it but the answers themselves. */
const responseTags = new Set([
  'response_lid',
  'response_str',
  'response_num',
  'response_xy',
  'response_grp',
  'response_extension',
])

/** The HTML of the material below an element (QTI 1.2 `material`, `flow`, `flow_mat`), leaving out responses. */
export function materialHtml(parent: MarkupElement | undefined): string {
  if (parent === undefined) return ''
  return childElements(parent)
    .map((child): string => {
      if (responseTags.has(child.name) || child.name.startsWith('render_')) return ''
      switch (child.name) {
        case 'mattext':
        case 'matemtext':
          return textHtml(child)
        case 'matimage':
          return `<img src="${escapeAttribute(child.attrs.uri ?? '')}" alt="${escapeAttribute(lineOf(child))}">`
        case 'mataudio':
          return `<audio src="${escapeAttribute(child.attrs.uri ?? '')}"></audio>`
        case 'matvideo':
          return `<video src="${escapeAttribute(child.attrs.uri ?? '')}"></video>`
        case 'matapplication':
          return `<a href="${escapeAttribute(child.attrs.uri ?? '')}">${escapeText(child.attrs.label ?? child.attrs.uri ?? '')}</a>`
        case 'matbreak':
          return '<br>'
        case 'altmaterial':
          return ''
        default:
          return materialHtml(child)
      }
    })
    .join('')
}

/** `texttype` says HTML or plain; some tools write tags without saying so. */
function textHtml(mattext: MarkupElement): string {
  const text = textOf(mattext)
  const isHtml = /html/i.test(mattext.attrs.texttype ?? '')
  if (isHtml || /^\s*<(p|div|span|img|strong|em|b|i|ul|ol|table|br)\b/i.test(text)) return text
  return escapeText(text).replaceAll('\n', '<br>')
}

/** All response elements of an item, in order, also when they stand inside flows and groups. */
export function responsesOf(parent: MarkupElement): MarkupElement[] {
  return childElements(parent).flatMap((child) => {
    if (child.name === 'response_grp') return [child]
    return responseTags.has(child.name) ? [child] : responsesOf(child)
  })
}

/** `qtimetadata` as label to entry, labels in lower case. */
export function metadataOf(holder: MarkupElement | undefined): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (parent: MarkupElement) => {
    for (const child of childElements(parent)) {
      if (child.name === 'qtimetadatafield') {
        const label = childElements(child, 'fieldlabel')[0]
        const entry = childElements(child, 'fieldentry')[0]
        found.set(lineOf(label).toLowerCase(), lineOf(entry))
      } else if (child.name.startsWith('qmd_')) found.set(child.name.toLowerCase(), lineOf(child))
      else if (['itemmetadata', 'qtimetadata'].includes(child.name)) visit(child)
    }
  }
  if (holder !== undefined) visit(holder)
  return found
}
