import { DndContext, DragOverlay } from '@dnd-kit/core'
import { Fragment, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { EmptyState } from '~/ui/empty-state.tsx'
import { editorPath } from '../addresses.ts'
import { branchOf, depthOf, lastBelow, type Place, rowsOf } from '../outline-tree.ts'
import type { OutlineNode } from '../shapes.ts'
import { DraftRow } from './draft-row.tsx'
import styles from './outline.module.css'
import { OutlineBar } from './outline-bar.tsx'
import { OutlineHelp } from './outline-help.tsx'
import { outlineKeys } from './outline-keys.ts'
import { OutlineRow, type RowAsk } from './outline-row.tsx'
import { partActions } from './part-actions.tsx'
import { MoveDialog, PartSettings } from './part-dialogs.tsx'
import { RowMenu } from './row-menu.tsx'
import { useClosedParts } from './use-closed-parts.ts'
import { useLifting } from './use-lifting.ts'
import { useOutline } from './use-outline.ts'

/** A new part being named: where it goes and behind which row it stands meanwhile. */
type Draft = { to: Place; depth: number; behind: string | null }

/** The whole outline of a course: everything can be done with the pointer, with keys, and from menus. */
export function OutlineEditor({
  courseId,
  known,
  newStatus,
}: {
  courseId: string
  known: OutlineNode[]
  /** What the server makes of new parts. */
  newStatus: OutlineNode['status']
}) {
  const t = useMessages()
  const navigate = useNavigate()
  const { hash, key } = useLocation()
  const hint = useId()
  const { nodes, isSaving, realId, move, add, change, copy, remove } = useOutline(courseId, known, newStatus)
  const { closed, toggle, open, closeOrOpenAll } = useClosedParts()
  const [activeId, setActiveId] = useState<string | null>(null)
  const [renaming, setRenaming] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement } | null>(null)
  const [dialog, setDialog] = useState<{ kind: 'settings' | 'move'; id: string } | null>(null)
  const [spoken, setSpoken] = useState('')
  const grid = useRef<HTMLDivElement>(null)
  const focusNext = useRef<string | null>(null)

  const rows = rowsOf(nodes, closed)
  const find = (id: string) => nodes.find((node) => node.id === id)
  const active = rows.some((row) => row.node.id === activeId) ? activeId : (rows[0]?.node.id ?? null)

  const focusRow = useCallback((id: string) => {
    setActiveId(id)
    focusNext.current = id
  }, [])
  // After every drawing: the row asked for may only now be there.
  useEffect(() => {
    const id = focusNext.current
    const row = id && grid.current?.querySelector<HTMLElement>(`[role="row"][data-id="${CSS.escape(id)}"]`)
    if (!row) return
    focusNext.current = null
    row.focus()
  })
  // A link may lead to one part: from a reason why a course cannot be published.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same link may be followed twice
  useEffect(() => {
    const target = document.getElementById(hash.slice(1))
    if (target?.dataset.id) focusRow(target.dataset.id)
    else target?.focus()
  }, [hash, key, focusRow])

  const closeMenu = useCallback(() => setMenu(null), [])
  const ask = useCallback(
    (what: RowAsk) => {
      switch (what.kind) {
        case 'toggle':
          toggle(what.id)
          return focusRow(what.id)
        case 'rename':
          setActiveId(what.id)
          return setRenaming(what.id)
        case 'named':
          setRenaming(null)
          change(what.id, { title: what.title })
          return focusRow(what.id)
        case 'stop':
          setRenaming(null)
          return focusRow(what.id)
        case 'menu':
          setActiveId(what.id)
          return setMenu({ id: what.id, anchor: what.anchor })
      }
    },
    [change, focusRow, toggle],
  )

  const go = (id: string, to: Place | null, words: string) => {
    if (!to) return setSpoken(t('teaching.no_way'))
    move(id, to)
    if (to.parentId) open(to.parentId)
    setSpoken(words)
    focusRow(id)
  }
  const removePart = (node: OutlineNode) => {
    const at = rows.findIndex((row) => row.node.id === node.id)
    const below = new Set(branchOf(nodes, node.id).map((one) => one.id))
    const neighbour = rows.slice(at).find((row) => !below.has(row.node.id)) ?? rows[at - 1]
    remove(node.id, node.title)
    if (neighbour) focusRow(neighbour.node.id)
  }
  const draftAfter = (node: OutlineNode) => {
    const last =
      branchOf(
        rows.map((row) => row.node),
        node.id,
      ).at(-1) ?? node
    setDraft({ to: { parentId: node.parentId, after: node.id }, depth: depthOf(node), behind: last.id })
  }
  const draftInside = (node: OutlineNode) => {
    if (node.kind === 'subtopic') return setSpoken(t('teaching.no_way'))
    open(node.id)
    const last = branchOf(nodes, node.id).at(-1) ?? node
    setDraft({ to: lastBelow(nodes, node.id), depth: depthOf(node) + 1, behind: last.id })
  }
  const draftModule = () =>
    setDraft({ to: lastBelow(nodes, null), depth: 0, behind: rows.at(-1)?.node.id ?? null })

  const { lifted, inHand, nextRow, liftByKeys, onKey, putBack, dragging } = useLifting({
    nodes,
    rows,
    closed,
    grid,
    say: setSpoken,
    onLift: () => {
      setRenaming(null)
      setDraft(null)
    },
    onDrop: (id, to) => {
      focusRow(id)
      if (!to) return
      move(id, to)
      if (to.parentId) open(to.parentId)
    },
  })
  const openPage = (real: string) => void navigate(editorPath(courseId, real))
  const doings = {
    open: openPage,
    rename: (id: string) => ask({ kind: 'rename', id }),
    change,
    set: (id: string) => setDialog({ kind: 'settings', id }),
    addBelow: draftAfter,
    addInside: draftInside,
    copy: (node: OutlineNode) => copy(node.id, node.title, focusRow),
    move: go,
    choosePlace: (id: string) => setDialog({ kind: 'move', id }),
    remove: removePart,
  }

  const onKeyDown = outlineKeys({
    nodes,
    rows,
    closed,
    isLifted: lifted?.by === 'keys',
    liftedKey: onKey,
    lift: liftByKeys,
    realId,
    focus: focusRow,
    toggle: (id) => ask({ kind: 'toggle', id }),
    doings,
    say: (title) => t('teaching.moved', { title }),
  })

  const shownMenu = menu && find(menu.id)
  const shownDialog = dialog && find(dialog.id)
  const draftRow = draft ? (
    <DraftRow
      depth={draft.depth}
      onSave={(title, next) => {
        const id = add(title, draft.to)
        if (next) setDraft({ ...draft, to: { ...draft.to, after: id }, behind: id })
        else setDraft(null)
      }}
      onCancel={() => {
        setDraft(null)
        if (draft.behind) focusRow(draft.behind)
      }}
    />
  ) : null

  return (
    <div className={styles.editor}>
      <OutlineBar
        nodes={nodes}
        isSaving={isSaving}
        anyClosed={closed.size > 0}
        onAdd={draftModule}
        onCloseOrOpen={() => closeOrOpenAll(nodes)}
      />
      <p id={hint} className="visually-hidden">
        {t('teaching.outline_hint')}
      </p>
      <p className="visually-hidden" aria-live="assertive">
        {spoken}
      </p>
      {nodes.length === 0 && !draft ? (
        <EmptyState title={t('teaching.outline_empty')}>
          <p>{t('teaching.outline_empty_text')}</p>
        </EmptyState>
      ) : (
        <DndContext
          {...dragging}
          accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}
        >
          <div
            ref={grid}
            role="treegrid"
            aria-label={t('teaching.outline')}
            aria-describedby={hint}
            className={styles.grid}
            data-lifting={lifted ? true : undefined}
            onKeyDown={onKeyDown}
            onFocus={(event) => {
              const id = (event.target as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset.id
              if (id && id !== activeId) setActiveId(id)
            }}
            onBlur={(event) => {
              const isLeft = !event.currentTarget.contains(event.relatedTarget)
              if (isLeft && lifted?.by === 'keys' && focusNext.current === null) putBack()
            }}
          >
            {draft && draft.behind === null ? draftRow : null}
            {rows.map((row) => (
              <Fragment key={row.node.id}>
                {lifted && nextRow === row.node.id ? <DropLine depth={lifted.landing.depth} /> : null}
                <OutlineRow
                  courseId={courseId}
                  node={row.node}
                  realId={realId(row.node.id)}
                  depth={row.depth}
                  place={row.place}
                  siblings={row.siblings}
                  isActive={row.node.id === active}
                  isClosed={closed.has(row.node.id)}
                  isRenaming={renaming === row.node.id}
                  isLifted={inHand.has(row.node.id)}
                  ask={ask}
                />
                {draft?.behind === row.node.id ? draftRow : null}
              </Fragment>
            ))}
            {lifted && nextRow === null ? <DropLine depth={lifted.landing.depth} /> : null}
          </div>
          <DragOverlay dropAnimation={null}>
            {lifted?.by === 'pointer' ? <div className={styles.ghost}>{lifted.title}</div> : null}
          </DragOverlay>
        </DndContext>
      )}
      <RowMenu
        anchor={shownMenu ? menu.anchor : null}
        label={shownMenu ? t('teaching.part_menu', { title: shownMenu.title }) : ''}
        onClose={closeMenu}
        groups={shownMenu ? partActions(t, nodes, shownMenu, realId(shownMenu.id), doings) : []}
      />
      {shownDialog && dialog.kind === 'settings' ? (
        <PartSettings
          node={shownDialog}
          onClose={() => setDialog(null)}
          onSave={(fields) => change(shownDialog.id, fields)}
        />
      ) : null}
      {shownDialog && dialog.kind === 'move' ? (
        <MoveDialog
          node={shownDialog}
          nodes={nodes}
          onClose={() => setDialog(null)}
          onMove={(to) => go(shownDialog.id, to, t('teaching.moved', { title: shownDialog.title }))}
        />
      ) : null}
      {nodes.length > 0 ? <OutlineHelp /> : null}
    </div>
  )
}

function DropLine({ depth }: { depth: number }) {
  return <div role="presentation" className={styles.drop} data-depth={depth} />
}

/** The outline announces by itself, in the reader's language. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}
