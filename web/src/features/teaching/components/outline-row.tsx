import { useDraggable } from '@dnd-kit/core'
import {
  IconChevronRight,
  IconDots,
  IconFileText,
  IconFolder,
  IconGripVertical,
  IconListCheck,
} from '@tabler/icons-react'
import { type ComponentProps, memo, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Time } from '~/ui/text.tsx'
import { editorPath, rowId } from '../addresses.ts'
import type { OutlineNode } from '../shapes.ts'
import styles from './outline.module.css'

/** What a row asks the outline to do. */
export type RowAsk =
  | { kind: 'toggle' | 'rename' | 'stop'; id: string }
  | { kind: 'named'; id: string; title: string }
  | { kind: 'menu'; id: string; anchor: HTMLElement }

/** One part of the outline. Drawn again only when something of its own changes: outlines may have hundreds. */
export const OutlineRow = memo(function OutlineRow({
  courseId,
  node,
  realId,
  depth,
  place,
  siblings,
  isActive,
  isClosed,
  isRenaming,
  isLifted,
  ask,
}: {
  courseId: string
  node: OutlineNode
  /** The id the server knows; null until it has one. */
  realId: string | null
  depth: number
  place: number
  siblings: number
  /** The one row that Tab reaches. */
  isActive: boolean
  isClosed: boolean
  isRenaming: boolean
  isLifted: boolean
  ask: (what: RowAsk) => void
}) {
  const t = useMessages()
  const format = useFormat()
  const { id, title } = node
  const hasChildren = node.childCount > 0
  const tabIndex = isActive ? 0 : -1
  const Icon = node.isPage ? (node.hasQuiz ? IconListCheck : IconFileText) : IconFolder
  return (
    // biome-ignore lint/a11y/useSemanticElements: a tree of rows has no element of its own
    <div
      role="row"
      id={rowId(realId ?? id)}
      data-id={id}
      data-depth={depth}
      data-lifted={isLifted || undefined}
      aria-level={depth + 1}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={hasChildren ? !isClosed : undefined}
      tabIndex={tabIndex}
      className={styles.row}
    >
      <Cell className={styles.main}>
        <DragHandle id={id} title={title} />
        {hasChildren ? (
          <button
            type="button"
            tabIndex={-1}
            aria-label={t(isClosed ? 'teaching.open_part' : 'teaching.close_part', { title })}
            className={styles.toggle}
            data-closed={isClosed || undefined}
            onClick={() => ask({ kind: 'toggle', id })}
          >
            <IconChevronRight size={16} stroke={2} aria-hidden="true" />
          </button>
        ) : (
          <span className={styles.toggle} />
        )}
        <Icon size={18} stroke={1.75} aria-hidden="true" className={styles.icon} />
        {isRenaming ? (
          <NameField
            title={title}
            label={t('teaching.part_title')}
            onSave={(next) => ask({ kind: 'named', id, title: next })}
            onCancel={() => ask({ kind: 'stop', id })}
          />
        ) : node.isPage && realId ? (
          <Link to={editorPath(courseId, realId)} tabIndex={tabIndex} className={styles.title}>
            {title}
          </Link>
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={styles.title}
            title={t('teaching.rename')}
            onClick={() => ask({ kind: 'rename', id })}
          >
            {title}
          </button>
        )}
        <span className="visually-hidden">{t(`teaching.kind_${node.kind}`)}</span>
      </Cell>
      <Cell className={styles.facts}>
        {node.status === 'draft' ? <Badge dot>{t('teaching.status_draft')}</Badge> : null}
        {node.status === 'scheduled' ? (
          <Badge tone="accent" dot>
            {node.releaseAt ? (
              <>
                {t('teaching.opens')} <Time at={node.releaseAt} />
              </>
            ) : (
              t('teaching.status_scheduled')
            )}
          </Badge>
        ) : null}
        {node.isPage && !node.hasContent && !node.hasQuiz ? (
          <span className={styles.fact}>{t('teaching.still_empty')}</span>
        ) : null}
        {node.estimatedMinutes ? (
          <span className={styles.fact}>{format.duration(node.estimatedMinutes)}</span>
        ) : null}
      </Cell>
      <Cell className={styles.tools}>
        <button
          type="button"
          tabIndex={tabIndex}
          aria-haspopup="menu"
          aria-label={t('teaching.part_menu', { title })}
          className={styles.more}
          onClick={(event) => ask({ kind: 'menu', id, anchor: event.currentTarget })}
        >
          <IconDots size={18} stroke={1.75} aria-hidden="true" />
        </button>
      </Cell>
    </div>
  )
})

/** A cell of a row. The row has the focus, its cells never do. */
export function Cell(props: ComponentProps<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements: a tree of rows has no element of its own
  // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
  return <div role="gridcell" {...props} />
}

/** Kept apart: dragging tells every handle, and only handles, that something moves. */
function DragHandle({ id, title }: { id: string; title: string }) {
  const t = useMessages()
  const { setNodeRef, listeners } = useDraggable({ id })
  return (
    <button
      ref={setNodeRef}
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      title={t('teaching.drag', { title })}
      className={styles.handle}
      {...listeners}
    >
      <IconGripVertical size={16} stroke={1.75} />
    </button>
  )
}

/** Where a name is typed. Enter or leaving keeps it, Escape does not. */
export function NameField({
  title,
  label,
  placeholder,
  onSave,
  onCancel,
}: {
  title: string
  label: string
  placeholder?: string
  /** `next` when Enter was pressed: one may want to go on with another. */
  onSave: (title: string, next: boolean) => void
  onCancel: () => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  useEffect(() => {
    isOver.current = false
    input.current?.focus()
    input.current?.select()
  }, [])
  const end = (keep: boolean, next = false) => {
    if (isOver.current) return
    isOver.current = true
    const typed = input.current?.value.trim() ?? ''
    if (keep && typed) onSave(typed, next)
    else onCancel()
  }
  return (
    <input
      ref={input}
      type="text"
      aria-label={label}
      placeholder={placeholder}
      defaultValue={title}
      maxLength={300}
      className={styles.name}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') {
          event.preventDefault()
          end(true, true)
        } else if (event.key === 'Escape') {
          event.preventDefault()
          end(false)
        }
      }}
      onBlur={() => end(true)}
    />
  )
}
