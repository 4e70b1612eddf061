import type { ReactNode } from 'react'
import { data, Form } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext, siteContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Section, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { learnerPath, studioPath } from '../addresses.ts'
import { AttemptAnswers } from '../components/attempt-answers.tsx'
import { LearnerAttempts } from '../components/learner-attempts.tsx'
import { LearnerStatus, learnerTags, Tags } from '../components/learner-bits.tsx'
import { LearnerCertificate } from '../components/learner-certificate.tsx'
import { LearnerProgress } from '../components/learner-progress.tsx'
import { LearnerTags } from '../components/learner-tags.tsx'
import { ReasonButton } from '../components/reason-button.tsx'
import { fromWallClock } from '../wall-clock.ts'
import type { Route } from './+types/learner.ts'
import styles from './learner.module.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const { enrollmentId } = params
  const attemptId = new URL(request.url).searchParams.get('attempt')
  const [learner, activities, attempt] = await Promise.all([
    api.GET('/api/v1/learning/learners/{enrollmentId}', { params: { path: { enrollmentId } } }),
    api.GET('/api/v1/learning/learners/{enrollmentId}/activities', {
      params: { path: { enrollmentId }, query: { limit: 10 } },
    }),
    attemptId
      ? api.GET('/api/v1/learning/learners/{enrollmentId}/attempts/{attemptId}', {
          params: { path: { enrollmentId, attemptId } },
        })
      : undefined,
  ])
  return {
    learner: unwrap(learner),
    activities: activities.data?.items ?? [],
    attempt: attempt?.data ?? null,
  }
}

const intents = ['tag', 'ban', 'lift_ban', 'revoke'] as const

export async function action({ params, request, context }: Route.ActionArgs) {
  const api = context.get(apiContext)
  const form = await request.formData()
  const path = { enrollmentId: params.enrollmentId }
  const reason = formText(form, 'reason')
  const intent = intents.find((one) => one === formText(form, 'intent'))
  const send = () => {
    switch (intent) {
      case 'tag': {
        const tags = learnerTags.filter((tag) => form.getAll('tag').includes(tag))
        return api.PUT('/api/v1/learning/learners/{enrollmentId}/tags', { params: { path }, body: { tags } })
      }
      case 'ban': {
        const until = fromWallClock(formText(form, 'until'), context.get(siteContext).timeZone)
        return api.PUT('/api/v1/learning/learners/{enrollmentId}/ban', {
          params: { path },
          body: { reason, until },
        })
      }
      case 'lift_ban':
        return api.DELETE('/api/v1/learning/learners/{enrollmentId}/ban', { params: { path } })
      case 'revoke':
        return api.PUT('/api/v1/learning/certificates/{number}/revocation', {
          params: { path: { number: formText(form, 'number') } },
          body: { reason },
        })
      case undefined:
        throw data(null, { status: 400 })
    }
  }
  const problem = problemOf(await send())
  return data({ intent, problem }, { status: problem?.status ?? 200 })
}

/** One learner of a course: how far in each part, every attempt, and what a teacher can do. */
export default function LearnerPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const format = useFormat()
  const { learner, activities, attempt } = loaderData
  const { person, course, can } = learner
  useActionToast(
    actionData,
    actionData?.intent && !actionData.problem ? t(`teaching.learner_done_${actionData.intent}`) : null,
  )
  return (
    <Page>
      <PageHeader
        title={person.name}
        lead={person.email ?? undefined}
        documentTitle={`${person.name} · ${course.title}`}
        crumbs={[
          { to: '/teach', label: t('app.studio') },
          { to: studioPath(course.id), label: course.title },
          { to: `${studioPath(course.id)}/learners`, label: t('teaching.learners') },
        ]}
        status={<LearnerStatus learner={learner} />}
      />
      <Stack>
        <FormErrors problem={actionData?.problem} />
        {learner.ban ? (
          <Callout tone="warning" title={t('teaching.is_kept_out')}>
            <p>
              {learner.ban.reason}{' '}
              {learner.ban.until ? (
                <>
                  ({t('teaching.until')} <Time at={learner.ban.until} as="dateTime" />)
                </>
              ) : null}
            </p>
            {can.manage ? (
              <Form method="post">
                <Button type="submit" size="small" name="intent" value="lift_ban">
                  {t('teaching.let_back_in')}
                </Button>
              </Form>
            ) : null}
          </Callout>
        ) : null}
        <Card>
          <Stack>
            <ProgressBar
              done={learner.done}
              total={learner.total}
              label={t('teaching.progress_of', { name: person.name })}
              showShare
            />
            <dl className={styles.facts}>
              <Fact name={t('teaching.pages_done')}>
                {t('teaching.done_of', { done: learner.done, total: learner.total })}
              </Fact>
              <Fact name={t('teaching.time_spent')}>
                {learner.timeSpentSeconds > 0
                  ? format.duration(Math.ceil(learner.timeSpentSeconds / 60))
                  : '–'}
              </Fact>
              <Fact name={t('teaching.joined')}>
                <Time at={learner.startedAt} />
              </Fact>
              <Fact name={t('teaching.last_activity')}>
                {learner.lastActivityAt ? <Time at={learner.lastActivityAt} as="relative" /> : '–'}
              </Fact>
              <Fact name={t('teaching.completed')}>
                {learner.completedAt ? <Time at={learner.completedAt} /> : '–'}
              </Fact>
            </dl>
          </Stack>
        </Card>
      </Stack>
      <Section title={t('teaching.progress')}>
        <LearnerProgress nodes={learner.nodes} />
      </Section>
      <LearnerAttempts learner={learner} />
      {attempt ? (
        <AttemptAnswers attempt={attempt} back={learnerPath(course.id, learner.enrollmentId)} />
      ) : null}
      {activities.length > 0 ? (
        <Section title={t('teaching.activities')}>
          <ul className={styles.activities}>
            {activities.map((activity) => (
              <li key={activity.id}>
                <Time at={activity.createdAt} as="dateTime" />
                <span>
                  {t(`teaching.activity_${activity.type}`)}
                  {activity.nodeTitle ? `: ${activity.nodeTitle}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {can.manage ? (
        <LearnerTags key={learner.tags.join()} tags={learner.tags} />
      ) : (
        <Tags tags={learner.tags} />
      )}
      <LearnerCertificate
        learner={learner}
        problem={actionData?.intent === 'revoke' ? actionData.problem : null}
      />
      {can.manage && !learner.isBanned ? (
        <Section title={t('teaching.keep_out')} description={t('teaching.keep_out_text')}>
          <ReasonButton
            intent="ban"
            title={t('teaching.keep_out_title', { name: person.name })}
            text={t('teaching.keep_out_confirm')}
            reasonLabel={t('teaching.keep_out_reason')}
            untilLabel={t('teaching.keep_out_until')}
            label={t('teaching.keep_out')}
            problem={actionData?.intent === 'ban' ? actionData.problem : null}
          />
        </Section>
      ) : null}
    </Page>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
