import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { data, Form, redirect, useNavigate, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { useFormat } from '~/lib/format.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { plainlyClicked } from '~/lib/plain-click.ts'
import { useShortcut } from '~/lib/shortcuts.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { PageTitle } from '~/ui/page-header.tsx'
import { endPath, lessonPath } from '../addresses.ts'
import { readAnswers } from '../answers.ts'
import { BlockView } from '../components/block.tsx'
import { QuizOnPage } from '../components/quiz.tsx'
import { useReadingTime } from '../components/reading-time.ts'
import { ResourceList } from '../components/resource-list.tsx'
import type { LessonPage } from '../shapes.ts'
import type { Route } from './+types/player-page.ts'
import styles from './player-page.module.css'

export const handle: RouteHandle = {
  actions: ({ page }: { page: LessonPage }) => [
    ...(page.nextId
      ? [{ to: lessonPath(page.course.id, page.nextId), label: 'learning.next_page' as const }]
      : []),
    ...(page.previousId
      ? [{ to: lessonPath(page.course.id, page.previousId), label: 'learning.previous_page' as const }]
      : []),
  ],
}

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const { searchParams } = new URL(request.url)
  const attemptId = searchParams.get('attempt')
  const [answer, attempt] = await Promise.all([
    api.GET('/api/v1/learning/pages/{nodeId}', { params: { path: { nodeId: params.nodeId } } }),
    attemptId
      ? api.GET('/api/v1/learning/attempts/{attemptId}', { params: { path: { attemptId } } })
      : undefined,
  ])
  const page = unwrap(answer)
  // A part of the outline answers with its first page, and a page knows its course better than a link does.
  if (page.id !== params.nodeId || page.course.id !== params.courseId)
    throw redirect(lessonPath(page.course.id, page.id))
  const dueAt = page.quiz?.openAttempt?.dueAt
  return {
    page,
    result: attempt?.data?.nodeId === page.id && attempt.data.state === 'submitted' ? attempt.data : null,
    again: searchParams.has('again'),
    // Counted here: the reader's clock may be wrong.
    secondsLeft: dueAt ? Math.max(0, Math.round((Date.parse(dueAt) - Date.now()) / 1000)) : null,
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const api = context.get(apiContext)
  const form = await request.formData()
  const { courseId, nodeId } = params
  const here = lessonPath(courseId, nodeId)
  const path = { params: { path: { nodeId } } }
  switch (form.get('intent')) {
    case 'finish': {
      const answer = await api.PUT('/api/v1/learning/pages/{nodeId}/completion', path)
      const problem = problemOf(answer)
      if (problem) return data({ problem, about: 'page' as const }, { status: problem.status })
      const next = form.get('next')
      return redirect(
        next && answer.data?.done !== answer.data?.total
          ? lessonPath(courseId, String(next))
          : endPath(courseId),
      )
    }
    case 'reopen': {
      const problem = problemOf(await api.DELETE('/api/v1/learning/pages/{nodeId}/completion', path))
      return problem ? data({ problem, about: 'page' as const }, { status: problem.status }) : redirect(here)
    }
    case 'start': {
      const quizId = String(form.get('quiz'))
      const problem = problemOf(
        await api.POST('/api/v1/learning/quizzes/{quizId}/attempts', { params: { path: { quizId } } }),
      )
      return problem
        ? data({ problem, about: 'quiz' as const }, { status: problem.status })
        : redirect(`${here}#quiz`)
    }
    case 'submit': {
      const quizId = String(form.get('quiz'))
      let attemptId = form.get('attempt')
      if (!attemptId) {
        const started = await api.POST('/api/v1/learning/quizzes/{quizId}/attempts', {
          params: { path: { quizId } },
        })
        const problem = problemOf(started)
        if (problem) return data({ problem, about: 'quiz' as const }, { status: problem.status })
        attemptId = started.data?.id ?? ''
      }
      const problem = problemOf(
        await api.PUT('/api/v1/learning/attempts/{attemptId}/submission', {
          params: { path: { attemptId: String(attemptId) } },
          body: { answers: readAnswers(form) },
        }),
      )
      if (problem) return data({ problem, about: 'quiz' as const }, { status: problem.status })
      return redirect(`${here}?attempt=${String(attemptId)}#quiz`)
    }
    default:
      throw data(null, { status: 400 })
  }
}

/** One page of a course: what it says, its quiz, and the way on. */
export default function PlayerPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const format = useFormat()
  const { page, result, again, secondsLeft } = loaderData
  const navigate = useNavigate()
  useReadingTime(page.id, !page.isPreview)
  const problem = (about: 'page' | 'quiz') => (actionData?.about === about ? actionData.problem : null)
  const facts = [
    page.place === null ? null : t('learning.page_of_total', { place: page.place, total: page.course.total }),
    page.minutes ? format.duration(page.minutes) : null,
  ].filter(Boolean)
  return (
    <main id="main" tabIndex={-1} className={styles.main}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link's click is also what its Enter key does */}
      <article
        key={page.id}
        className={styles.page}
        onClick={(event) => {
          const to = pageLinked(event)
          if (to === null) return
          event.preventDefault()
          void navigate(to)
        }}
      >
        <PageTitle>{`${page.title} · ${page.course.title}`}</PageTitle>
        <header className={styles.head}>
          {page.breadcrumbs.length > 0 ? (
            <p className={styles.way}>{page.breadcrumbs.map((part) => part.title).join(' › ')}</p>
          ) : null}
          <h1 className={styles.title}>{page.title}</h1>
          <p className={styles.facts}>
            {facts.join(' · ')}
            {page.progress.isCompleted ? (
              <span className={styles.finished}>
                <IconCheck size={16} stroke={2.25} aria-hidden="true" />
                {t('learning.finished')}
              </span>
            ) : null}
          </p>
          {page.description ? <p className={styles.lead}>{page.description}</p> : null}
        </header>
        {page.blocks.length > 0 ? (
          <div className={styles.blocks}>
            {page.blocks.map((block) => (
              <BlockView key={block.id} block={block} />
            ))}
          </div>
        ) : page.quiz ? null : (
          <p className={styles.empty}>{t('learning.empty_page')}</p>
        )}
        {page.quiz ? (
          <QuizOnPage
            key={`${page.quiz.id} ${result?.id ?? ''}`}
            quiz={page.quiz}
            result={result}
            again={again}
            secondsLeft={secondsLeft}
            isPreview={page.isPreview}
            canStart={page.can.startAttempt}
            problem={problem('quiz')}
          />
        ) : null}
        {page.resources.length > 0 ? <ResourceList resources={page.resources} /> : null}
        <FormErrors problem={problem('page')} />
        <WayOn page={page} />
      </article>
    </main>
  )
}

/** The page of a course a link in the content leads to, when a plain click asked for it; it opens without reloading. */
function pageLinked(event: MouseEvent): string | null {
  const link = plainlyClicked(event)
  return link?.pathname.startsWith('/learn/pages/') ? link.pathname + link.hash : null
}

/** Back, and on: finishing the page on the way when it can be finished. */
function WayOn({ page }: { page: LessonPage }) {
  const t = useMessages()
  const navigate = useNavigate()
  const navigation = useNavigation()
  const intent = navigation.formData?.get('intent')
  const previous = page.previousId ? lessonPath(page.course.id, page.previousId) : null
  const next = page.nextId ? lessonPath(page.course.id, page.nextId) : endPath(page.course.id)
  useShortcut('ArrowRight', t('learning.next_page'), () => void navigate(next))
  useShortcut('ArrowLeft', t('learning.previous_page'), () => {
    if (previous) void navigate(previous)
  })
  // One thing to do at a time: while a quiz waits for answers, handing it in is that thing.
  const quizWaits = page.quiz !== null && page.quiz.questionCount > 0 && !page.quiz.isPassed
  const isWaiting = !page.isPreview && !page.can.finish && !page.progress.isCompleted
  const nextLabel = page.nextId ? t('learning.next_page') : t('learning.to_the_end')
  return (
    <footer className={styles.foot}>
      {isWaiting ? (
        <p className={styles.waiting}>
          {t(page.quiz?.passPercent === 0 ? 'learning.answer_first' : 'learning.quiz_first')}
        </p>
      ) : null}
      <div className={styles.ways}>
        {previous ? (
          <LinkButton
            to={previous}
            size="large"
            icon={<IconArrowLeft className={styles.arrow} aria-hidden="true" />}
          >
            <span className={styles.previousWords}>{t('learning.previous_page')}</span>
          </LinkButton>
        ) : (
          <span />
        )}
        {page.can.finish ? (
          <Form method="post">
            <input type="hidden" name="next" value={page.nextId ?? ''} />
            <Button
              type="submit"
              name="intent"
              value="finish"
              variant={quizWaits ? 'secondary' : 'primary'}
              size="large"
              loading={intent === 'finish'}
              icon={<IconCheck aria-hidden="true" />}
            >
              {page.nextId ? t('learning.finish_and_go_on') : t('learning.finish_page')}
            </Button>
          </Form>
        ) : (
          <LinkButton to={next} prefetch="intent" size="large" variant={quizWaits ? 'secondary' : 'primary'}>
            {nextLabel}
            <IconArrowRight className={styles.arrow} aria-hidden="true" />
          </LinkButton>
        )}
      </div>
      {page.can.reopen ? (
        <Form method="post" className={styles.reopen} preventScrollReset>
          <Button
            type="submit"
            name="intent"
            value="reopen"
            variant="quiet"
            size="small"
            loading={intent === 'reopen'}
          >
            {t('learning.reopen_page')}
          </Button>
        </Form>
      ) : null}
    </footer>
  )
}
