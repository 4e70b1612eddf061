/** Elements of MathML that formulas are made of: those TeX becomes and those a package may bring. */
export const mathTags = (
  'math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt ' +
  'mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none'
).split(' ')

/** Attributes an element of a formula may keep; none of them names an address. */
export const mathAttributes = (
  'accent accentunder columnalign columnspan depth display displaystyle fence form height largeop linethickness lspace ' +
  'mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowspan rowspacing rspace ' +
  'scriptlevel separator stretchy symmetric voffset width'
).split(' ')

/** A node of the tree the TeX reader gives: an element, a fragment (no type) or text. */
export type MathTree = {
  type?: string
  text?: string
  attributes?: Record<string, unknown>
  classes?: string[]
  style?: Record<string, unknown>
  children?: MathTree[]
}

/** A formula no browser should have to lay out. */
class FormulaTooLarge extends Error {}

const tags = new Set(mathTags)
const attributes = new Set(mathAttributes)
const styles = new Set(
  (
    'border border-bottom border-left border-right border-top color font-style font-weight math-depth padding ' +
    'padding-bottom padding-left padding-right padding-top text-align width'
  ).split(' '),
)
const plainValue = /^[\w#.%+ -]{1,60}$/
const deepest = 100
const mostCharacters = 200_000

/**
 * Writes a formula as MathML: only the elements, attributes and styles on the lists, whatever the tree holds.
 * @throws FormulaTooLarge
 */
export function writeMathml(root: MathTree): string {
  let length = 0
  const write = (node: MathTree, depth: number): string => {
    if (depth > deepest) throw new FormulaTooLarge('deep')
    const own = node.text === undefined ? '' : escapeHtml(String(node.text))
    const inside = (node.children ?? []).map((child) => write(child, depth + 1)).join('')
    const { type } = node
    const text = type !== undefined && tags.has(type) ? element(type, node, own + inside) : own + inside
    length += text.length - inside.length
    if (length > mostCharacters) throw new FormulaTooLarge('long')
    return text
  }
  return write(root, 0)
}

function element(name: string, node: MathTree, inside: string): string {
  const written = Object.entries(node.attributes ?? {}).flatMap(([key, value]) =>
    attributes.has(key) && plainValue.test(String(value)) ? ` ${key}="${inInk(String(value))}"` : [],
  )
  const classes = (node.classes ?? []).filter((one) => /^[a-z][\w-]{0,30}$/i.test(one))
  const look = Object.entries(node.style ?? {}).flatMap(([key, value]) => {
    const property = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const isPlain = styles.has(property) && plainValue.test(String(value)) && value !== 'undefined'
    return isPlain && !isInk(String(value)) ? `${property}:${String(value)}` : []
  })
  const classText = classes.length > 0 ? ` class="${classes.join(' ')}"` : ''
  const styleText = look.length > 0 ? ` style="${look.join(';')}"` : ''
  return `<${name}${written.join('')}${classText}${styleText}>${inside}</${name}>`
}

/** Black is the colour of the page's own text, which is light where it is dark. */
const isInk = (value: string) => /^(black|#000|#000000)$/i.test(value)
const inInk = (value: string) => (isInk(value) ? 'currentcolor' : value)

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
