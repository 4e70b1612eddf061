import { element, findAll, innerHtml, isElement, type MarkupElement } from '../markup/markup.ts'

/**
 * A problem whose remarks on choices stand at its end (`targetedfeedback`, named by `explanation-id`), with each
 * remark at its choice. Other problems as they are.
 */
export function withTargetedFeedback(problem: MarkupElement): MarkupElement {
  const remarks = new Map(
    findAll(problem, 'targetedfeedback').map((remark) => [remark.attrs['explanation-id'] ?? '', remark]),
  )
  if (remarks.size === 0) return problem
  const copy = (node: MarkupElement): MarkupElement => {
    const children = node.children.map((child) => (isElement(child) ? copy(child) : child))
    const remark = node.name === 'choice' ? remarks.get(node.attrs['explanation-id'] ?? '') : undefined
    if (remark === undefined || innerHtml(remark).trim() === '')
      return element(node.name, node.attrs, children)
    return element(node.name, node.attrs, [...children, element('choicehint', {}, remark.children)])
  }
  return copy(problem)
}
