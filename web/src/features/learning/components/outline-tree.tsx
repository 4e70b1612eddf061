import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useFetcher, useLocation, useNavigate, useParams } from 'react-router'
import { type Translate, useMessages } from '~/lib/messages/index.ts'
import { plainlyClicked } from '~/lib/plain-click.ts'
import { Time } from '~/ui/text.tsx'
import { branchPath, endPath, lessonPath } from '../addresses.ts'
import { isFinished, isLocked } from '../outline.ts'
import type { OutlineNode, Player } from '../shapes.ts'
import styles from './outline-tree.module.css'

type Tree = {
  player: Player
  byParent: ReadonlyMap<string | null, OutlineNode[]>
  /** The page one is on. */
  nodeId: string | undefined
  isOpen(id: string): boolean
  t: Translate
}

/**
 * A course's outline beside its pages: what is finished, where one is, what is still closed. Only the branches that
 * are open are here; another is fetched when it is opened. Without script a branch opens by its link. Its links are
 * plain ones and its rows no components: there are many of both, and the tree listens for all of them.
 */
export function OutlineTree({ player }: { player: Player }) {
  const t = useMessages()
  const { nodeId } = useParams()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const asked = new URLSearchParams(search).get('open')
  const { byParent, above } = useMemo(
    () => readTree(player.nodes, [nodeId, asked]),
    [player.nodes, nodeId, asked],
  )
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const element = useRef<HTMLDivElement>(null)
  const atEnd = pathname.endsWith('/end')
  const isOpen = (id: string) => toggled.get(id) ?? (above.has(id) || asked === id)
  const onClick = (event: MouseEvent) => {
    const link = plainlyClicked(event)
    if (!link) return
    event.preventDefault()
    const { part } = link.dataset
    if (part) setToggled(new Map(toggled).set(part, !isOpen(part)))
    else void navigate(link.pathname, { replace: link.pathname === pathname })
  }
  const tree = { player, byParent, nodeId, isOpen, t }

  // biome-ignore lint/correctness/useExhaustiveDependencies: every page has another place in the outline
  useEffect(() => {
    const current = element.current?.querySelector<HTMLElement>('[aria-current]')
    const box = element.current?.parentElement
    if (!current || !box) return
    const { top, bottom } = current.getBoundingClientRect()
    const frame = box.getBoundingClientRect()
    if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - frame.height / 3
  }, [nodeId])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears of the links inside
    <div ref={element} className={styles.tree} onClick={onClick} onKeyDown={moveByArrows}>
      {rows(byParent.get(null) ?? [], tree)}
      {player.course.total > 0 ? (
        <a
          href={endPath(player.course.id)}
          className={`${styles.row} ${styles.end}`}
          aria-current={atEnd ? 'page' : undefined}
        >
          <span className={player.course.isCompleted ? styles.done : styles.open} aria-hidden="true" />
          <span className={styles.title}>{t('learning.end_of_course')}</span>
        </a>
      ) : null}
    </div>
  )
}

function rows(nodes: OutlineNode[], tree: Tree) {
  return (
    <ul className={styles.list}>
      {nodes.map((node) => (
        <li key={node.id}>{node.isPage ? pageRow(node, tree) : part(node, tree)}</li>
      ))}
    </ul>
  )
}

function part(node: OutlineNode, tree: Tree) {
  const { t } = tree
  const open = tree.isOpen(node.id)
  const held = tree.byParent.get(node.id)
  return (
    <>
      <a href={`?open=${node.id}`} data-part={node.id} className={lookOf(node)} aria-expanded={open}>
        <span className={styles.chevron} aria-hidden="true" />
        <span className={styles.title}>{node.title}</span>
        <span className={isFinished(node) ? styles.full : styles.count}>
          {isFinished(node) ? (
            <span className="visually-hidden">{t('learning.finished_mark')}</span>
          ) : node.total > 0 ? (
            <>
              <span aria-hidden="true">{`${node.done}/${node.total}`}</span>
              <span className="visually-hidden">
                {t('learning.done_of_total', { done: node.done, total: node.total })}
              </span>
            </>
          ) : null}
        </span>
      </a>
      {open ? held ? rows(held, tree) : <FetchedRows parentId={node.id} tree={tree} /> : null}
    </>
  )
}

const lookOf = ({ depth }: OutlineNode) => `${styles.row} ${styles[`depth${depth}`]}`

/** A branch that was opened by hand. The router keeps it fresh after every change, as it does the page. */
function FetchedRows({ parentId, tree }: { parentId: string; tree: Tree }) {
  const { load, data } = useFetcher<OutlineNode[]>()
  const href = branchPath(tree.player.course.id, parentId)
  useEffect(() => {
    void load(href)
  }, [load, href])
  return data ? rows(data, tree) : null
}

function pageRow(node: OutlineNode, { t, player, nodeId }: Tree) {
  if (isLocked(node)) {
    return (
      <span className={`${lookOf(node)} ${styles.locked}`}>
        <span className={styles.open} aria-hidden="true" />
        <span className={styles.title}>
          {node.title}
          {node.opensAt ? (
            <span className={styles.note}>
              {t.rich('learning.opens_at', { date: <Time at={node.opensAt} key="date" /> })}
            </span>
          ) : null}
        </span>
      </span>
    )
  }
  return (
    <a
      href={lessonPath(player.course.id, node.id)}
      className={lookOf(node)}
      aria-current={node.id === nodeId ? 'page' : undefined}
    >
      <span className={isFinished(node) ? styles.done : styles.open} aria-hidden="true" />
      <span className={styles.title}>
        {node.title}
        {isFinished(node) ? <span className="visually-hidden"> {t('learning.finished_mark')}</span> : null}
      </span>
      {node.hasQuiz ? <span className={styles.kind}>{t('learning.quiz_mark')}</span> : null}
    </a>
  )
}

/** Children by parent, in reading order, and everything above some nodes. */
function readTree(nodes: OutlineNode[], places: Array<string | null | undefined>) {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]))
  const above = new Set<string>()
  for (const place of places) {
    for (let id = place ? parents.get(place) : null; id; id = parents.get(id)) above.add(id)
  }
  return { byParent: Map.groupBy(nodes, (node) => node.parentId), above }
}

/** Up and down move between rows, right opens a branch, left closes it or goes to the one above. */
function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const row = (event.target as HTMLElement).closest('a')
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return
  const rows = [...event.currentTarget.querySelectorAll('a')]
  const at = rows.indexOf(row)
  const expanded = row.getAttribute('aria-expanded')
  switch (event.key) {
    case 'ArrowDown':
      rows[at + 1]?.focus()
      break
    case 'ArrowUp':
      rows[at - 1]?.focus()
      break
    case 'ArrowRight':
      if (expanded === 'false') row.click()
      else rows[at + 1]?.focus()
      break
    case 'ArrowLeft':
      if (expanded === 'true') row.click()
      else row.closest('ul')?.closest('li')?.querySelector('a')?.focus()
      break
    default:
      return
  }
  event.preventDefault()
  event.stopPropagation()
}
