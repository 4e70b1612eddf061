import {
  DndContext,
  type DragMoveEvent,
  DragOverlay,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconClock,
  IconCornerDownRight,
  IconEye,
  IconEyeOff,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPencil,
  IconPlus,
  IconReplace,
  IconTrash,
  IconTypography,
} from '@tabler/icons-react'
import { Fragment, type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Kbd } from '~/ui/text.tsx'
import { editorPath } from '../addresses.ts'
import {
  besideSibling,
  branchOf,
  depthOf,
  furtherIn,
  furtherOut,
  type Landing,
  landingAt,
  lastBelow,
  type Place,
  type Row,
  rowsOf,
} from '../outline-tree.ts'
import type { OutlineNode } from '../shapes.ts'
import styles from './outline.module.css'
import { Cell, NameField, OutlineRow, type RowAsk } from './outline-row.tsx'
import { MoveDialog, PartSettings } from './part-dialogs.tsx'
import { type RowAction, RowMenu } from './row-menu.tsx'
import { useOutline } from './use-outline.ts'

/** How far a level stands in, in pixels; the same as in the style sheet. */
const step = 24

/** A part in the hand: by keyboard it waits for the next key, by pointer it follows. */
type Lifted = { id: string; title: string; landing: Landing; by: 'keys' | 'pointer' }

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
  const { nodes, isSaving, realId, move, add, change, remove } = useOutline(courseId, known, newStatus)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [activeId, setActiveId] = useState<string | null>(null)
  const [renaming, setRenaming] = useState<string | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [lifted, setLifted] = useState<Lifted | null>(null)
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement } | null>(null)
  const [dialog, setDialog] = useState<{ kind: 'settings' | 'move'; id: string } | null>(null)
  const [spoken, setSpoken] = useState('')
  const grid = useRef<HTMLDivElement>(null)
  const focusNext = useRef<string | null>(null)

  const rows = rowsOf(nodes, closed)
  const find = (id: string) => nodes.find((node) => node.id === id)
  const active = rows.some((row) => row.node.id === activeId) ? activeId : (rows[0]?.node.id ?? null)
  const branch = lifted ? branchOf(nodes, lifted.id) : []
  const inHand = new Set(branch.map((node) => node.id))
  const resting = lifted ? rows.filter((row) => !inHand.has(row.node.id)) : rows

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
          setClosed((before) => toggled(before, what.id))
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
    [change, focusRow],
  )

  const go = (id: string, to: Place | null, words: string) => {
    if (!to) return setSpoken(t('teaching.no_way'))
    move(id, to)
    if (to.parentId) setClosed((before) => without(before, to.parentId!))
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
    setClosed((before) => without(before, node.id))
    const last = branchOf(nodes, node.id).at(-1) ?? node
    setDraft({ to: lastBelow(nodes, node.id), depth: depthOf(node) + 1, behind: last.id })
  }
  const draftModule = () =>
    setDraft({ to: lastBelow(nodes, null), depth: 0, behind: rows.at(-1)?.node.id ?? null })

  const drop = (held: Lifted) => {
    setLifted(null)
    const { parentId, after } = held.landing
    const node = find(held.id)
    const before = nodes.filter((other) => other.parentId === node?.parentId)
    const wasAfter = before[before.findIndex((other) => other.id === held.id) - 1]?.id ?? null
    focusRow(held.id)
    if (!node || (node.parentId === parentId && wasAfter === after)) return
    move(held.id, { parentId, after })
    if (parentId) setClosed((open) => without(open, parentId))
    setSpoken(t('teaching.dropped', { title: held.title }))
  }
  const lift = (node: OutlineNode, by: Lifted['by']): Lifted | null => {
    const own = new Set(branchOf(nodes, node.id).map((one) => one.id))
    const gap = rows.findIndex((row) => row.node.id === node.id)
    const rest = rows.filter((row) => !own.has(row.node.id))
    const landing = landingAt(rest, closed, branchOf(nodes, node.id), gap, depthOf(node))
    if (!landing) return null
    const held = { id: node.id, title: node.title, landing, by }
    setRenaming(null)
    setDraft(null)
    setLifted(held)
    return held
  }
  const tell = (held: Lifted, key: 'teaching.lifted' | 'teaching.lifted_at') => {
    const { parentId, after, depth } = held.landing
    const siblings = resting.filter((row) => row.node.parentId === parentId)
    const place = siblings.findIndex((row) => row.node.id === after) + 2
    setSpoken(
      t(key, {
        title: held.title,
        place: after === null ? 1 : place,
        total: siblings.length + 1,
        level: depth + 1,
        parent: parentId ? (find(parentId)?.title ?? '') : '',
        isTop: parentId === null ? 'yes' : 'no',
      }),
    )
  }
  const shift = (held: Lifted, gap: number, depth: number) => {
    const landing = landingAt(resting, closed, branch, gap, depth)
    if (!landing) return false
    const next = { ...held, landing }
    setLifted(next)
    if (held.by === 'keys') tell(next, 'teaching.lifted_at')
    return true
  }

  const onHeldKey = (event: KeyboardEvent, held: Lifted) => {
    const { gap, depth } = held.landing
    switch (event.key) {
      case 'ArrowDown':
        for (let next = gap + 1; next <= resting.length; next += 1) if (shift(held, next, depth)) break
        break
      case 'ArrowUp':
        for (let next = gap - 1; next >= 0; next -= 1) if (shift(held, next, depth)) break
        break
      case 'ArrowRight':
        shift(held, gap, depth + 1)
        break
      case 'ArrowLeft':
        shift(held, gap, depth - 1)
        break
      case ' ':
      case 'Enter':
        drop(held)
        break
      case 'Escape':
      case 'Tab':
        setLifted(null)
        setSpoken(t('teaching.put_back', { title: held.title }))
        break
      default:
        return
    }
    event.preventDefault()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement
    const row = rows.find((one) => one.node.id === target.closest<HTMLElement>('[data-id]')?.dataset.id)
    if (!row || target.tagName === 'INPUT') return
    if (lifted?.by === 'keys') return onHeldKey(event, lifted)
    const onRow = target.getAttribute('role') === 'row'
    const { node } = row
    const at = rows.indexOf(row)
    const done = () => event.preventDefault()
    if (event.altKey && event.key.startsWith('Arrow')) {
      done()
      const to = placeByKey(nodes, node.id, event.key)
      return go(node.id, to, t('teaching.moved', { title: node.title }))
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      done()
      return event.shiftKey ? draftInside(node) : draftAfter(node)
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = (to: Row | undefined) => {
      done()
      if (to) focusRow(to.node.id)
    }
    switch (event.key) {
      case 'ArrowDown':
        return step(rows[at + 1])
      case 'ArrowUp':
        return step(rows[at - 1])
      case 'Home':
        return step(rows[0])
      case 'End':
        return step(rows.at(-1))
      case 'ArrowRight':
        if (node.childCount > 0 && closed.has(node.id)) {
          done()
          return ask({ kind: 'toggle', id: node.id })
        }
        return step(node.childCount > 0 ? rows[at + 1] : undefined)
      case 'ArrowLeft':
        if (node.childCount > 0 && !closed.has(node.id)) {
          done()
          return ask({ kind: 'toggle', id: node.id })
        }
        return step(rows.find((one) => one.node.id === node.parentId))
      case 'F2':
        done()
        return ask({ kind: 'rename', id: node.id })
    }
    // Other keys belong to the button or link that has the focus.
    if (!onRow) return
    switch (event.key) {
      case 'Enter':
        done()
        return ask({ kind: 'rename', id: node.id })
      case ' ': {
        done()
        const held = lift(node, 'keys')
        if (held) tell(held, 'teaching.lifted')
        return
      }
      case 'n':
        done()
        return draftAfter(node)
      case 'N':
        done()
        return draftInside(node)
      case 'o':
        done()
        if (node.isPage && realId(node.id)) void navigate(editorPath(courseId, realId(node.id)!))
        return
      case 'Delete':
        done()
        return removePart(node)
    }
  }

  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor),
  )
  /** Middles of the resting rows when a drag began, from the top of the outline. */
  const middles = useRef<{ own: number; rest: number[] }>({ own: 0, rest: [] })
  const onDragStart = (id: string) => {
    const node = find(id)
    if (!node || !lift(node, 'pointer')) return
    const own = new Set(branchOf(nodes, id).map((one) => one.id))
    const found = { own: 0, rest: [] as number[] }
    for (const row of grid.current?.querySelectorAll<HTMLElement>('[role="row"][data-id]') ?? []) {
      const middle = row.offsetTop + row.offsetHeight / 2
      if (row.dataset.id === id) found.own = middle
      if (!own.has(row.dataset.id ?? '')) found.rest.push(middle)
    }
    middles.current = found
  }
  const onDragMove = ({ delta }: DragMoveEvent) => {
    if (!lifted) return
    const node = find(lifted.id)
    if (!node) return
    const y = middles.current.own + delta.y
    const gap = middles.current.rest.filter((middle) => middle < y).length
    const side = document.documentElement.dir === 'rtl' ? -1 : 1
    shift(lifted, gap, depthOf(node) + Math.round((delta.x * side) / step))
  }

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
      <div className={styles.bar}>
        <Button
          variant={nodes.length === 0 ? 'primary' : 'secondary'}
          icon={<IconPlus />}
          onClick={draftModule}
          id="add-module"
        >
          {t('teaching.add_module')}
        </Button>
        {nodes.some((node) => node.childCount > 0) ? (
          <Button
            variant="quiet"
            onClick={() =>
              setClosed(
                closed.size > 0
                  ? new Set()
                  : new Set(nodes.filter((node) => node.childCount > 0).map((node) => node.id)),
              )
            }
          >
            {t(closed.size > 0 ? 'teaching.open_all' : 'teaching.close_all')}
          </Button>
        ) : null}
        <span role="status" className={styles.saving}>
          {isSaving ? t('teaching.saving') : t('teaching.all_saved')}
        </span>
      </div>
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
          sensors={sensors}
          accessibility={{ announcements: silent, screenReaderInstructions: { draggable: '' } }}
          onDragStart={({ active: { id } }) => onDragStart(String(id))}
          onDragMove={onDragMove}
          onDragEnd={() => lifted && drop(lifted)}
          onDragCancel={() => setLifted(null)}
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
              if (isLeft && lifted?.by === 'keys' && focusNext.current === null) setLifted(null)
            }}
          >
            {draft && draft.behind === null ? draftRow : null}
            {rows.map((row) => (
              <Fragment key={row.node.id}>
                {lifted && resting[lifted.landing.gap]?.node.id === row.node.id ? (
                  <DropLine depth={lifted.landing.depth} />
                ) : null}
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
            {lifted && lifted.landing.gap >= resting.length ? (
              <DropLine depth={lifted.landing.depth} />
            ) : null}
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
        groups={shownMenu ? actionsOf(shownMenu) : []}
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
      {nodes.length > 0 ? <KeyHelp /> : null}
    </div>
  )

  function actionsOf(node: OutlineNode): RowAction[][] {
    const { id, title } = node
    const real = realId(id)
    const words = t('teaching.moved', { title })
    const moveTo = (to: Place | null) => ({ disabled: to === null, run: () => go(id, to, words) })
    return [
      [
        ...(node.isPage && real
          ? [
              {
                label: t('teaching.edit_page'),
                icon: <IconPencil />,
                keys: 'O',
                run: () => void navigate(editorPath(courseId, real)),
              },
            ]
          : []),
        {
          label: t('teaching.rename'),
          icon: <IconTypography />,
          keys: 'F2',
          run: () => ask({ kind: 'rename', id }),
        },
        node.status === 'published'
          ? {
              label: t('teaching.hide_part'),
              icon: <IconEyeOff />,
              run: () => change(id, { status: 'draft' }),
            }
          : {
              label: t('teaching.show_part'),
              icon: <IconEye />,
              run: () => change(id, { status: 'published' }),
            },
        {
          label: t('teaching.part_settings'),
          icon: <IconClock />,
          run: () => setDialog({ kind: 'settings', id }),
        },
      ],
      [
        { label: t('teaching.add_below'), icon: <IconPlus />, keys: 'N', run: () => draftAfter(node) },
        {
          label: t('teaching.add_inside'),
          icon: <IconCornerDownRight />,
          keys: t('teaching.key_shift_n'),
          disabled: node.kind === 'subtopic',
          run: () => draftInside(node),
        },
      ],
      [
        {
          label: t('teaching.move_up'),
          icon: <IconArrowUp />,
          keys: 'Alt ↑',
          ...moveTo(besideSibling(nodes, id, -1)),
        },
        {
          label: t('teaching.move_down'),
          icon: <IconArrowDown />,
          keys: 'Alt ↓',
          ...moveTo(besideSibling(nodes, id, 1)),
        },
        {
          label: t('teaching.move_in'),
          icon: <IconIndentIncrease />,
          keys: 'Alt →',
          ...moveTo(furtherIn(nodes, id)),
        },
        {
          label: t('teaching.move_out'),
          icon: <IconIndentDecrease />,
          keys: 'Alt ←',
          ...moveTo(furtherOut(nodes, id)),
        },
        { label: t('teaching.move_to'), icon: <IconReplace />, run: () => setDialog({ kind: 'move', id }) },
      ],
      [
        {
          label: t('teaching.remove_part'),
          icon: <IconTrash />,
          keys: t('teaching.key_delete'),
          danger: true,
          run: () => removePart(node),
        },
      ],
    ]
  }
}

function DraftRow({
  depth,
  onSave,
  onCancel,
}: {
  depth: number
  onSave: (title: string, next: boolean) => void
  onCancel: () => void
}) {
  const t = useMessages()
  const [round, setRound] = useState(0)
  const label = t(
    `teaching.new_${depth === 0 ? 'module' : depth === 1 ? 'lesson' : depth === 2 ? 'topic' : 'subtopic'}`,
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a tree of rows has no element of its own
    // biome-ignore lint/a11y/useFocusableInteractive: its field has the focus
    <div role="row" aria-level={depth + 1} data-depth={depth} className={styles.row}>
      <Cell className={styles.main}>
        <span className={styles.handle} />
        <span className={styles.toggle} />
        <IconPlus size={18} stroke={1.75} aria-hidden="true" className={styles.icon} />
        <NameField
          key={round}
          title=""
          label={label}
          placeholder={label}
          onCancel={onCancel}
          onSave={(title, next) => {
            setRound(round + 1)
            onSave(title, next)
          }}
        />
      </Cell>
    </div>
  )
}

function DropLine({ depth }: { depth: number }) {
  return <div role="presentation" className={styles.drop} data-depth={depth} />
}

/** What the keys do, for those who want to know. */
function KeyHelp() {
  const t = useMessages()
  const keys: [string[], Parameters<typeof t>[0]][] = [
    [['Enter', 'F2'], 'teaching.keys_rename'],
    [['N'], 'teaching.keys_add'],
    [[t('teaching.key_shift_n')], 'teaching.keys_add_inside'],
    [[t('teaching.key_space')], 'teaching.keys_lift'],
    [['Alt ↑', 'Alt ↓', 'Alt ←', 'Alt →'], 'teaching.keys_move'],
    [['O'], 'teaching.keys_open'],
    [[t('teaching.key_delete')], 'teaching.keys_remove'],
  ]
  return (
    <details className={styles.help}>
      <summary>{t('teaching.keys')}</summary>
      <dl className={styles.keys}>
        {keys.map(([names, words]) => (
          <div key={words}>
            <dt>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** The outline announces by itself, in the reader's language. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}

/** Where Alt and an arrow take a part. */
function placeByKey(nodes: OutlineNode[], id: string, key: string): Place | null {
  switch (key) {
    case 'ArrowUp':
      return besideSibling(nodes, id, -1)
    case 'ArrowDown':
      return besideSibling(nodes, id, 1)
    case 'ArrowRight':
      return furtherIn(nodes, id)
    default:
      return furtherOut(nodes, id)
  }
}

function toggled(set: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (!set.has(id)) return set
  const next = new Set(set)
  next.delete(id)
  return next
}
