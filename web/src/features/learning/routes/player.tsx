import { IconListTree } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Outlet, type ShouldRevalidateFunctionArgs, useLocation } from 'react-router'
import { apiContext } from '~/lib/context.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { FocusBar } from '~/ui/focus-bar.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import { coursePath } from '../addresses.ts'
import { OutlineTree } from '../components/outline-tree.tsx'
import { playerOf } from '../outline.ts'
import type { Player } from '../shapes.ts'
import type { Route } from './+types/player.ts'
import styles from './player.module.css'

export const handle: RouteHandle = {
  actions: (player: Player) => [
    {
      to: coursePath(player.course.slug),
      label: 'learning.about_course',
      values: { title: player.course.title },
    },
  ],
}

/** Beside a page only the branches that are open; the end of the course looks through all of them. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const around: string | undefined = (params as { nodeId?: string }).nodeId
  const opened = around && new URL(request.url).searchParams.get('open')
  return playerOf(context.get(apiContext), params.courseId, { around, branch: opened || undefined })
}

/** The parts the outline in this browser holds. The router asks whether to load again without telling what is there. */
let held: ReadonlySet<string> = new Set()

/** Turning a page leaves the outline as it is while it holds that page; finishing one, or another course, does not. */
export function shouldRevalidate({
  formMethod,
  currentParams,
  nextParams,
  currentUrl,
  nextUrl,
}: ShouldRevalidateFunctionArgs): boolean {
  if (formMethod && formMethod !== 'GET') return true
  if (currentParams.courseId !== nextParams.courseId || currentUrl.href === nextUrl.href) return true
  return nextParams.nodeId === undefined ? currentParams.nodeId !== undefined : !held.has(nextParams.nodeId)
}

/** The frame around a course's pages: how far one is, and its outline. */
export default function PlayerFrame({ loaderData: player }: Route.ComponentProps) {
  const t = useMessages()
  const { key } = useLocation()
  const outline = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone every move closes the outline
  useEffect(() => {
    if (outline.current?.matches(':popover-open')) outline.current.hidePopover()
  }, [key])
  useEffect(() => {
    held = new Set(player.nodes.map((node) => node.id))
  }, [player.nodes])
  const { course } = player
  return (
    <>
      <FocusBar to="/learn" backLabel={t('learning.back_to_my_learning')} title={course.title}>
        <div className={styles.progress}>
          <span className={styles.count}>
            {t('learning.done_of_total', { done: course.done, total: course.total })}
          </span>
          <div className={styles.bar}>
            <ProgressBar done={course.done} total={course.total} label={t('learning.course_progress')} />
          </div>
        </div>
        <button type="button" popoverTarget="outline" className={styles.contents}>
          <IconListTree size={20} stroke={1.75} aria-hidden="true" />
          <span>{t('learning.contents')}</span>
        </button>
      </FocusBar>
      {player.isPreview ? (
        <p className={styles.preview} role="status">
          {t('learning.preview_notice')}
        </p>
      ) : null}
      <div className={styles.frame}>
        <nav
          ref={outline}
          id="outline"
          popover="auto"
          aria-label={t('learning.contents')}
          className={styles.outline}
        >
          <OutlineTree player={player} />
        </nav>
        <Outlet context={player satisfies Player} />
      </div>
    </>
  )
}
