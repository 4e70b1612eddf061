import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { Extension, Node } from '@tiptap/react'

const formula =
  /\\\((?:(?!\\\))[\s\S])+\\\)|\\\[(?:(?!\\\])[\s\S])+\\\]|\$\$[^$]+\$\$|\[mathjaxinline\][^[]*\[\/mathjaxinline\]|\[mathjax\][^[]*\[\/mathjax\]/g

/** Where formulas stand in a line of text, as `[from, to]`. */
export function formulasIn(text: string): [number, number][] {
  // Beyond that it is no line somebody wrote.
  if (text.length > 20_000) return []
  return [...text.matchAll(formula)].map((found) => [found.index, found.index + found[0].length])
}

/** Shows TeX in the editor as what it is: source that becomes a formula on the page. */
export const formulaSource = (className: string) =>
  Extension.create({
    name: 'formula-source',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const found: Decoration[] = []
            doc.descendants((node, place) => {
              if (!node.isTextblock || node.type.spec.code) return
              const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
              for (const [from, to] of formulasIn(text))
                found.push(
                  Decoration.inline(place + 1 + from, place + 1 + to, {
                    class: className,
                    spellcheck: 'false',
                  }),
                )
            })
            return DecorationSet.create(doc, found)
          },
        },
      }),
    ],
  })

/** A formula a package brought as MathML: it stands in the text as one piece, and stays as it is. */
export const mathml = Node.create({
  name: 'mathml',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ markup: { default: '', rendered: false } }),
  parseHTML: () => [{ tag: 'math', getAttrs: (dom) => ({ markup: dom.outerHTML }) }],
  renderHTML: ({ node }) => {
    const holder = document.createElement('template')
    holder.innerHTML = String(node.attrs.markup)
    const dom = holder.content.querySelector('math')
    return dom ? { dom } : ['span']
  },
})
