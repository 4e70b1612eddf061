import {
  IconCertificate,
  IconClock,
  IconFileText,
  IconLanguage,
  IconListCheck,
  IconStairs,
} from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { data, Form, redirect, useNavigation } from 'react-router'
import { problemOf, signInPath, unwrap } from '~/lib/api.ts'
import { apiContext, sessionContext } from '~/lib/context.ts'
import { useFormat } from '~/lib/format.ts'
import type { RouteHandle } from '~/lib/handle.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { useSession } from '~/lib/session.ts'
import { Avatar } from '~/ui/avatar.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Cover } from '~/ui/cover.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { PageTitle } from '~/ui/page-header.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import { Prose } from '~/ui/prose.tsx'
import { Money } from '~/ui/text.tsx'
import { coursePath, playerPath } from '../addresses.ts'
import { CourseContents } from '../components/course-contents.tsx'
import { ResourceList } from '../components/resource-list.tsx'
import { contentsOf } from '../contents.ts'
import { rememberJoining } from '../joining.ts'
import type { Route } from './+types/course.ts'
import styles from './course.module.css'

type Course = Route.ComponentProps['loaderData']

export const handle: RouteHandle = {
  actions: (course: Course) =>
    course.can.learn
      ? [{ to: playerPath(course.id), label: 'learning.continue_title', values: { title: course.title } }]
      : [],
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const { nodes, ...course } = unwrap(
    await api.GET('/api/v1/learning/courses/{slug}', { params: { path: { slug: params.slug } } }),
  )
  // Strangers see what is inside; files and links are for those who are in.
  const resources = course.can.learn
    ? await api.GET('/api/v1/learning/courses/{courseId}/resources', {
        params: { path: { courseId: course.id } },
      })
    : null
  return { ...course, contents: contentsOf(nodes), resources: resources?.data?.items ?? [] }
}

/** Joins the course; a visitor signs in first and is brought back. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const courseId = String(form.get('course'))
  if (!context.get(sessionContext)) {
    return redirect(signInPath(`${coursePath(params.slug)}/join`), {
      headers: { 'Set-Cookie': rememberJoining(courseId) },
    })
  }
  const problem = problemOf(
    await context
      .get(apiContext)
      .PUT('/api/v1/learning/courses/{courseId}/enrollment', { params: { path: { courseId } } }),
  )
  return problem ? data({ problem }, { status: problem.status }) : redirect(playerPath(courseId))
}

/** What a course is, who gives it and what is in it, and the way in. */
export default function CoursePage({ loaderData: course, actionData }: Route.ComponentProps) {
  const t = useMessages()
  return (
    <article className={styles.page}>
      <PageTitle description={course.summary ?? ''}>{course.title}</PageTitle>
      <div className={styles.layout}>
        <header className={styles.words}>
          {course.category ? <p className={styles.kicker}>{course.category.name}</p> : null}
          <h1 className={styles.title}>{course.title}</h1>
          {course.summary ? <p className={styles.summary}>{course.summary}</p> : null}
          {course.instructor ? (
            <p className={styles.teacher}>
              <Avatar name={course.instructor.name} src={course.instructor.avatarUrl} />
              <span>
                <span className={styles.teacherRole}>{t('learning.taught_by')}</span>
                {course.instructor.name}
              </span>
            </p>
          ) : null}
        </header>
        <aside className={styles.card} aria-label={t('learning.about_this_course')}>
          <div className={styles.cover}>
            <Cover src={course.cover?.url ?? null} seed={course.slug} />
          </div>
          <div className={styles.cardBody}>
            <FormErrors problem={actionData?.problem} />
            <WayIn course={course} />
            <CourseFacts course={course} />
          </div>
        </aside>
        <div className={styles.body}>
          {course.descriptionHtml ? (
            <section className={styles.section} aria-labelledby="about">
              {/* What was written about it often begins with a heading of its own. */}
              <h2 id="about" className="visually-hidden">
                {t('learning.about_this_course')}
              </h2>
              <Prose html={course.descriptionHtml} lang={course.language} />
            </section>
          ) : null}
          {course.contents.length > 0 ? (
            <section className={styles.section} aria-labelledby="contents">
              <h2 id="contents" className={styles.heading}>
                {t('learning.what_is_inside')}
              </h2>
              <CourseContents modules={course.contents} />
            </section>
          ) : null}
          {course.resources.length > 0 ? <ResourceList resources={course.resources} /> : null}
        </div>
      </div>
    </article>
  )
}

/** The one thing to do here: go on, join, or why that is not possible. */
function WayIn({ course }: { course: Course }) {
  const t = useMessages()
  const session = useSession()
  const navigation = useNavigation()
  if (course.enrollment && course.can.learn) {
    const isDone = course.enrollment.status === 'completed'
    return (
      <>
        <ProgressBar
          done={course.enrollment.percent}
          total={100}
          label={t('learning.course_progress')}
          showShare
        />
        <LinkButton to={playerPath(course.id)} variant="primary" size="large">
          {t(
            isDone
              ? 'learning.look_again'
              : course.enrollment.percent > 0
                ? 'learning.continue'
                : 'learning.begin',
          )}
        </LinkButton>
      </>
    )
  }
  const price = (
    <p className={styles.price}>
      <Money minor={course.priceMinor} currency={course.currency} />
    </p>
  )
  const preview = course.can.edit ? (
    <LinkButton to={playerPath(course.id)}>{t('learning.preview')}</LinkButton>
  ) : null
  if (course.can.enroll || course.enrollRefusal === 'sign_in_required') {
    return (
      <>
        {price}
        <Form method="post" className={styles.join}>
          <input type="hidden" name="course" value={course.id} />
          <Button
            type="submit"
            variant="primary"
            size="large"
            loading={navigation.state !== 'idle' && navigation.formMethod === 'POST'}
          >
            {session ? t('learning.join') : t('learning.sign_in_and_join')}
          </Button>
        </Form>
        {preview}
      </>
    )
  }
  return (
    <>
      {price}
      <p className={styles.closed}>
        {course.enrollRefusal === 'course_not_free' ? t('learning.not_sold_yet') : t('learning.not_open')}
      </p>
      {preview}
    </>
  )
}

function CourseFacts({ course }: { course: Course }) {
  const t = useMessages()
  const format = useFormat()
  const minutes = course.durationMinutes ?? course.counts.minutes
  return (
    <dl className={styles.facts}>
      {course.level ? (
        <Fact icon={IconStairs} name={t('learning.level')}>
          {t(`ui.level_${course.level}`)}
        </Fact>
      ) : null}
      {minutes ? (
        <Fact icon={IconClock} name={t('learning.duration')}>
          {format.duration(minutes)}
        </Fact>
      ) : null}
      <Fact icon={IconFileText} name={t('learning.extent')}>
        {t('ui.page_count', { count: course.counts.pages })}
      </Fact>
      {course.counts.quizzes > 0 ? (
        <Fact icon={IconListCheck} name={t('learning.practice')}>
          {t('learning.quiz_count', { count: course.counts.quizzes })}
        </Fact>
      ) : null}
      <Fact icon={IconLanguage} name={t('learning.language')}>
        {format.language(course.language)}
      </Fact>
      {course.certificateEnabled ? (
        <Fact icon={IconCertificate} name={t('learning.proof')}>
          {t('learning.with_certificate')}
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({
  icon: Icon,
  name,
  children,
}: {
  icon: ComponentType<{ size?: number; stroke?: number }>
  name: string
  children: ReactNode
}) {
  return (
    <div className={styles.fact}>
      <dt>
        <Icon size={18} stroke={1.75} />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
