import type { ReactNode } from 'react'
import { data, Form, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext, siteContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { may, useSession } from '~/lib/session.ts'
import { Avatar } from '~/ui/avatar.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { Checkbox, ChoiceGroup } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Row, Section, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import { type Column, Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { learnerPath, studioPath } from '../addresses.ts'
import { AttemptAnswers } from '../components/attempt-answers.tsx'
import { LearnerStatus, learnerTags, Tags } from '../components/learner-bits.tsx'
import { LearnerProgress } from '../components/learner-progress.tsx'
import { ReasonButton } from '../components/reason-button.tsx'
import type { LearnerDetail } from '../shapes.ts'
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
        actions={<Avatar name={person.name} src={person.avatarUrl} />}
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
      <Attempts learner={learner} />
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
      {can.manage ? <TagForm key={learner.tags.join()} tags={learner.tags} /> : <Tags tags={learner.tags} />}
      <CertificateOf
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

function Attempts({ learner }: { learner: LearnerDetail }) {
  const t = useMessages()
  const format = useFormat()
  if (learner.attempts.length === 0) return null
  const columns: Column<LearnerDetail['attempts'][number]>[] = [
    {
      key: 'quiz',
      header: t('teaching.quiz'),
      primary: true,
      cell: (attempt) => t('teaching.attempt_of', { title: attempt.nodeTitle, number: attempt.number }),
    },
    {
      key: 'score',
      header: t('teaching.score'),
      align: 'end',
      cell: ({ score }) => (score === null ? '–' : format.percent(score / 100)),
    },
    {
      key: 'right',
      header: t('teaching.right_answers'),
      align: 'end',
      cell: ({ correctAnswers, totalQuestions }) =>
        correctAnswers === null
          ? '–'
          : t('teaching.done_of', { done: correctAnswers, total: totalQuestions }),
    },
    {
      key: 'passed',
      header: t('teaching.result'),
      cell: ({ state, passed }) =>
        state === 'open' ? (
          <Badge dot>{t('teaching.attempt_open')}</Badge>
        ) : (
          <Badge tone={passed ? 'success' : 'warning'}>
            {t(passed ? 'teaching.attempt_passed' : 'teaching.attempt_failed')}
          </Badge>
        ),
    },
    {
      key: 'at',
      header: t('teaching.handed_in'),
      align: 'end',
      cell: ({ submittedAt }) => (submittedAt ? <Time at={submittedAt} as="dateTime" /> : '–'),
    },
    {
      key: 'look',
      header: t('teaching.answers'),
      actions: true,
      cell: ({ id, state, nodeTitle }) =>
        state === 'submitted' ? (
          <LinkButton size="small" variant="quiet" to={`?attempt=${id}#answers`} preventScrollReset>
            {t('teaching.see_answers')}
            <span className="visually-hidden">: {nodeTitle}</span>
          </LinkButton>
        ) : null,
    },
  ]
  return (
    <Section title={t('teaching.attempts')}>
      <Table
        caption={t('teaching.attempts')}
        columns={columns}
        rows={learner.attempts}
        rowKey={({ id }) => id}
      />
    </Section>
  )
}

function TagForm({ tags }: { tags: LearnerDetail['tags'] }) {
  const t = useMessages()
  const { state } = useNavigation()
  return (
    <Section title={t('teaching.tags')} description={t('teaching.tags_text')}>
      <Form method="post" preventScrollReset>
        <Stack>
          <ChoiceGroup legend={<span className="visually-hidden">{t('teaching.tags')}</span>}>
            {learnerTags.map((tag) => (
              <Checkbox
                key={tag}
                name="tag"
                value={tag}
                defaultChecked={tags.includes(tag)}
                label={t(`teaching.tag_${tag}`)}
              />
            ))}
          </ChoiceGroup>
          <Row>
            <Button type="submit" name="intent" value="tag" loading={state === 'submitting'}>
              {t('teaching.save_tags')}
            </Button>
          </Row>
        </Stack>
      </Form>
    </Section>
  )
}

function CertificateOf({ learner, problem }: { learner: LearnerDetail; problem: Problem | null }) {
  const t = useMessages()
  const session = useSession()
  const { certificate, person } = learner
  if (!certificate) return null
  return (
    <Section title={t('teaching.certificate')}>
      <Stack>
        <Row>
          <LinkButton to={`/certificates/${encodeURIComponent(certificate.number)}`}>
            {certificate.number}
          </LinkButton>
          <Badge tone={certificate.status === 'valid' ? 'success' : 'warning'}>
            {t(`teaching.certificate_${certificate.status}`)}
          </Badge>
        </Row>
        {certificate.status !== 'revoked' && may(session, 'learning.certificates.manage') ? (
          <ReasonButton
            intent="revoke"
            hidden={{ number: certificate.number }}
            title={t('teaching.revoke_title', { name: person.name })}
            text={t('teaching.revoke_text')}
            reasonLabel={t('teaching.revoke_reason')}
            label={t('teaching.revoke')}
            problem={problem}
          />
        ) : null}
      </Stack>
    </Section>
  )
}
