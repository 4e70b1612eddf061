import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Time } from '~/ui/text.tsx'
import { endPath, lessonPath } from '../addresses.ts'
import type { OutlineNode, Player } from '../shapes.ts'
import styles from './outline-tree.module.css'

/**
 * A course's outline beside its pages: what is finished, where one is, what is still closed. Only the branches that
 * are open are drawn. Without script a branch opens by its link.
 */
export function OutlineTree({ player }: { player: Player }) {
  const t = useMessages()
  const { nodeId } = useParams()
  const { pathname, search } = useLocation()
  const { byParent, above } = useMemo(() => readTree(player.nodes, nodeId), [player.nodes, nodeId])
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const tree = useRef<HTMLDivElement>(null)
  const asked = new URLSearchParams(search).get('open')
  const atEnd = pathname.endsWith('/end')
  const isOpen = (id: string) => toggled.get(id) ?? (above.has(id) || asked === id)

  // biome-ignore lint/correctness/useExhaustiveDependencies: every page has another place in the outline
  useEffect(() => {
    const current = tree.current?.querySelector<HTMLElement>('[aria-current]')
    const box = tree.current?.parentElement
    if (!current || !box) return
    const { top, bottom } = current.getBoundingClientRect()
    const frame = box.getBoundingClientRect()
    if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - frame.height / 3
  }, [nodeId])

  const list = (parentId: string | null) => (
    <ul className={styles.list}>
      {byParent.get(parentId)?.map((node) => {
        const open = !node.isPage && isOpen(node.id)
        return (
          <li key={node.id}>
            {node.isPage ? (
              <PageRow
                node={node}
                to={lessonPath(player.course.id, node.id)}
                isCurrent={node.id === nodeId}
              />
            ) : (
              <Link
                to={`?open=${node.id}`}
                preventScrollReset
                className={`${styles.row} ${styles[`depth${node.depth}`]}`}
                aria-expanded={open}
                onClick={(event) => {
                  event.preventDefault()
                  setToggled(new Map(toggled).set(node.id, !open))
                }}
              >
                <span className={styles.chevron} aria-hidden="true" />
                <span className={styles.title}>{node.title}</span>
                <span className={node.isCompleted ? styles.full : styles.count}>
                  {node.isCompleted ? (
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
              </Link>
            )}
            {open ? list(node.id) : null}
          </li>
        )
      })}
    </ul>
  )

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows only move between the links inside
    <div ref={tree} className={styles.tree} onKeyDown={moveByArrows}>
      {list(null)}
      {player.course.total > 0 ? (
        <Link
          to={endPath(player.course.id)}
          className={`${styles.row} ${styles.end}`}
          aria-current={atEnd ? 'page' : undefined}
        >
          <span className={player.course.isCompleted ? styles.done : styles.open} aria-hidden="true" />
          <span className={styles.title}>{t('learning.end_of_course')}</span>
        </Link>
      ) : null}
    </div>
  )
}

function PageRow({ node, to, isCurrent }: { node: OutlineNode; to: string; isCurrent: boolean }) {
  const t = useMessages()
  const look = `${styles.row} ${styles[`depth${node.depth}`]}`
  if (node.isLocked) {
    return (
      <span className={`${look} ${styles.locked}`}>
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
    <Link to={to} className={look} aria-current={isCurrent ? 'page' : undefined}>
      <span className={node.isCompleted ? styles.done : styles.open} aria-hidden="true" />
      <span className={styles.title}>
        {node.title}
        {node.isCompleted ? <span className="visually-hidden"> {t('learning.finished_mark')}</span> : null}
      </span>
      {node.hasQuiz ? <span className={styles.kind}>{t('learning.quiz_mark')}</span> : null}
    </Link>
  )
}

/** Children by parent, in reading order, and everything above a page. */
function readTree(nodes: OutlineNode[], nodeId: string | undefined) {
  const byParent = new Map<string | null, OutlineNode[]>()
  const parents = new Map<string, string | null>()
  for (const node of nodes) {
    parents.set(node.id, node.parentId)
    const siblings = byParent.get(node.parentId)
    if (siblings) siblings.push(node)
    else byParent.set(node.parentId, [node])
  }
  const above = new Set<string>()
  for (let id = nodeId ? (parents.get(nodeId) ?? null) : null; id !== null; id = parents.get(id) ?? null)
    above.add(id)
  return { byParent, above }
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
