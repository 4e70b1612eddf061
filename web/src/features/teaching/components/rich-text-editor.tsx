import { Image } from '@tiptap/extension-image'
import { Link } from '@tiptap/extension-link'
import { EditorContent, Extension, Mark, Node, useEditor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { useContext, useEffect, useRef } from 'react'
import prose from '~/ui/prose.module.css'
import { formulaSource, mathml } from '../formulas-in-text.ts'
import { keptBlocks, keptInline } from '../rich-html.ts'
import styles from './rich-text.module.css'
import { ActiveText, KnownFiles } from './text-contexts.ts'

const kept = (names: string[]) => Object.fromEntries(names.map((name) => [name, { default: null }]))

const marks = Object.entries(keptInline).map(([tag, attributes]) =>
  Mark.create({
    name: tag,
    addAttributes: () => kept(attributes),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  }),
)

const structures = Object.entries(keptBlocks).map(([tag, { holds, attributes = [], isBlock = false }]) =>
  Node.create({
    name: tag,
    content: holds,
    ...(isBlock ? { group: 'block' } : {}),
    addAttributes: () => kept(attributes),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  }),
)

/** Web, mail and telephone, places inside Stoa, and places on the page. */
const allowed = /^(https?:|mailto:|tel:|stoa-(node|file):|[/#?])/i

/** The editor of one text. Tiptap comes with it, so it is fetched on its own. */
export default function RichTextEditor({
  html,
  label,
  placeholder,
  compact,
  autoFocus,
  onChange,
  onSlash,
}: {
  html: string
  label: string
  placeholder: string
  compact: boolean
  autoFocus: boolean
  onChange: (html: string) => void
  onSlash: (() => void) | undefined
}) {
  const files = useContext(KnownFiles)
  const { editor: active, activate, toolbarId } = useContext(ActiveText)
  // What the editor was built with stays; what changes while it lives is read from here.
  const now = useRef({ files, onChange, onSlash, activate })
  useEffect(() => {
    now.current = { files, onChange, onSlash, activate }
  })
  const editor = useEditor({
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    content: html,
    autofocus: autoFocus ? 'end' : false,
    injectCSS: false,
    extensions: [
      StarterKit.configure({ link: false, trailingNode: false }),
      Link.configure({
        openOnClick: false,
        isAllowedUri: (url) => allowed.test(url),
        HTMLAttributes: { rel: null, target: null },
      }),
      Image.configure({ inline: true }).extend({
        addNodeView() {
          return ({ node }) => {
            const dom = document.createElement('img')
            const { src, alt } = node.attrs as { src: string; alt: string | null }
            const id = /^stoa-file:(.*)$/.exec(src)?.[1]
            dom.src = id ? (now.current.files[id]?.url ?? '') : src
            dom.alt = alt ?? ''
            return { dom }
          }
        },
      }),
      mathml,
      formulaSource(styles.formula ?? ''),
      ...marks,
      ...structures,
      Extension.create({
        name: 'ways-out',
        addKeyboardShortcuts: () => ({
          '/': ({ editor: it }) => {
            const { $from, empty } = it.state.selection
            if (!now.current.onSlash || !empty || $from.parent.content.size > 0) return false
            now.current.onSlash()
            return true
          },
          'Alt-F10': () => {
            const first = document.querySelector<HTMLElement>(
              `#${CSS.escape(toolbarId)} button:not(:disabled)`,
            )
            first?.focus()
            return first !== null
          },
        }),
      }),
    ],
    editorProps: {
      attributes: {
        class: `${prose.prose} ${styles.editor} ${compact ? styles.compactEditor : ''}`,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'data-placeholder': placeholder,
      },
    },
    onCreate: ({ editor: it }) => it.view.dom.toggleAttribute('data-empty', it.isEmpty),
    onUpdate: ({ editor: it }) => {
      it.view.dom.toggleAttribute('data-empty', it.isEmpty)
      now.current.onChange(it.isEmpty ? '' : it.getHTML())
    },
    onFocus: ({ editor: it }) => now.current.activate(it),
    onDestroy: () => now.current.activate(null),
  })
  // The toolbar must not hold on to a text that is gone.
  useEffect(
    () => () => {
      if (active === editor) activate(null)
    },
    [active, activate, editor],
  )
  return <EditorContent editor={editor} />
}
