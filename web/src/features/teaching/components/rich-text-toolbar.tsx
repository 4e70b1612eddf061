import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconCode,
  IconH3,
  IconH4,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
} from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type ReactNode, useContext, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogActions } from '~/ui/dialog.tsx'
import { TextInput } from '~/ui/field.tsx'
import styles from './rich-text.module.css'
import { ActiveText } from './text-contexts.ts'

/** Formats the text that has the focus. Alt F10 leads here from a text, Escape back. */
export default function RichTextToolbar() {
  const { editor } = useContext(ActiveText)
  const [link, setLink] = useState<string | null>(null)
  const is = useEditorState({
    editor,
    selector: ({ editor: it }) => (it ? stateOf(it) : idle),
  })
  const shown = is ?? idle
  return (
    <>
      <Tools
        editor={editor}
        is={shown}
        onLink={() => setLink(String(editor?.getAttributes('link').href ?? ''))}
      />
      {editor && link !== null ? (
        <LinkDialog
          href={link}
          onClose={() => {
            setLink(null)
            editor.commands.focus()
          }}
          onSave={(href) => {
            setLink(null)
            const chain = editor.chain().focus().extendMarkRange('link')
            if (!href) chain.unsetLink().run()
            else if (editor.state.selection.empty && !editor.isActive('link')) {
              chain
                .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
                .run()
            } else chain.setLink({ href }).run()
          }}
        />
      ) : null}
    </>
  )
}

const idle = {
  bold: false,
  italic: false,
  h3: false,
  h4: false,
  bullets: false,
  numbers: false,
  quote: false,
  code: false,
  link: false,
  undo: false,
  redo: false,
}

const stateOf = (editor: Editor): typeof idle => ({
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  h3: editor.isActive('heading', { level: 3 }),
  h4: editor.isActive('heading', { level: 4 }),
  bullets: editor.isActive('bulletList'),
  numbers: editor.isActive('orderedList'),
  quote: editor.isActive('blockquote'),
  code: editor.isActive('codeBlock') || editor.isActive('code'),
  link: editor.isActive('link'),
  undo: editor.can().undo(),
  redo: editor.can().redo(),
})

function Tools({ editor, is, onLink }: { editor: Editor | null; is: typeof idle; onLink: () => void }) {
  const t = useMessages()
  const { toolbarId } = useContext(ActiveText)
  const chain = () => editor?.chain().focus()
  const code = () => {
    const isLine = editor && !editor.state.selection.empty
    return isLine ? chain()?.toggleCode().run() : chain()?.toggleCodeBlock().run()
  }
  const tools: ({
    label: string
    icon: ReactNode
    pressed?: boolean
    off?: boolean
    run: () => unknown
  } | null)[] = [
    {
      label: t('teaching.bold'),
      icon: <IconBold />,
      pressed: is.bold,
      run: () => chain()?.toggleBold().run(),
    },
    {
      label: t('teaching.italic'),
      icon: <IconItalic />,
      pressed: is.italic,
      run: () => chain()?.toggleItalic().run(),
    },
    null,
    {
      label: t('teaching.heading'),
      icon: <IconH3 />,
      pressed: is.h3,
      run: () => chain()?.toggleHeading({ level: 3 }).run(),
    },
    {
      label: t('teaching.subheading'),
      icon: <IconH4 />,
      pressed: is.h4,
      run: () => chain()?.toggleHeading({ level: 4 }).run(),
    },
    null,
    {
      label: t('teaching.bullets'),
      icon: <IconList />,
      pressed: is.bullets,
      run: () => chain()?.toggleBulletList().run(),
    },
    {
      label: t('teaching.numbers'),
      icon: <IconListNumbers />,
      pressed: is.numbers,
      run: () => chain()?.toggleOrderedList().run(),
    },
    {
      label: t('teaching.quote'),
      icon: <IconBlockquote />,
      pressed: is.quote,
      run: () => chain()?.toggleBlockquote().run(),
    },
    { label: t('teaching.code_text'), icon: <IconCode />, pressed: is.code, run: code },
    { label: t('teaching.link'), icon: <IconLink />, pressed: is.link, run: onLink },
    null,
    { label: t('teaching.undo'), icon: <IconArrowBackUp />, off: !is.undo, run: () => chain()?.undo().run() },
    {
      label: t('teaching.redo'),
      icon: <IconArrowForwardUp />,
      off: !is.redo,
      run: () => chain()?.redo().run(),
    },
  ]
  return (
    <div
      id={toolbarId}
      role="toolbar"
      aria-label={t('teaching.formatting')}
      className={styles.toolbar}
      onKeyDown={(event) => moveAlong(event, editor)}
    >
      {tools.map((tool, index) =>
        tool === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the tools keep their places
          <span key={index} className={styles.line} />
        ) : (
          <button
            key={tool.label}
            type="button"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={tool.label}
            title={tool.label}
            aria-pressed={tool.pressed}
            aria-disabled={!editor || tool.off || undefined}
            className={styles.tool}
            // The text keeps its selection.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (editor && !tool.off) tool.run()
            }}
          >
            {tool.icon}
          </button>
        ),
      )}
    </div>
  )
}

function moveAlong(event: KeyboardEvent<HTMLDivElement>, editor: Editor | null) {
  if (event.key === 'Escape') editor?.commands.focus()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
  const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key]
  if (step === undefined || at < 0) return
  event.preventDefault()
  buttons.at((at + step) % buttons.length)?.focus()
}

function LinkDialog({
  href,
  onClose,
  onSave,
}: {
  href: string
  onClose: () => void
  onSave: (href: string) => void
}) {
  const t = useMessages()
  const isInside = href.startsWith('stoa-')
  return (
    <Dialog opened onClose={onClose} title={t('teaching.link')} size="small">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          const typed = String(new FormData(event.currentTarget).get('href')).trim()
          onSave(/^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(typed) ? `https://${typed}` : typed)
        }}
      >
        <TextInput
          name="href"
          label={t('teaching.link_address')}
          help={isInside ? t('teaching.link_inside') : undefined}
          defaultValue={href}
          placeholder="https://"
          inputMode="url"
          autoComplete="off"
          data-autofocus
        />
        <DialogActions>
          {href ? <Button onClick={() => onSave('')}>{t('teaching.link_remove')}</Button> : null}
          <Button type="submit" variant="primary">
            {t('teaching.link_set')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
