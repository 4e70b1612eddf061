import { IconCheck, IconMail, IconMailOpened, IconTrash } from '@tabler/icons-react'
import { data, Form, redirect, useFetcher, useNavigation } from 'react-router'
import { problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { useUnreadNotifications } from '~/lib/session.ts'
import { Badge } from '~/ui/badge.tsx'
import { Button, IconButton, LinkButton } from '~/ui/button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Page, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { Tabs } from '~/ui/tabs.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import styles from '../components/notices.module.css'
import type { Route } from './+types/inbox.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const cursor = url.searchParams.get('after')
  const all = url.pathname.startsWith('/notifications/all')
  const page = await context.get(apiContext).GET('/api/v1/notifications', {
    params: { query: { limit: 25, unread: !all, ...(cursor ? { cursor } : {}) } },
  })
  return { ...unwrap(page), all }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const api = context.get(apiContext)
  const intent = formText(form, 'intent')
  const params = { path: { id: formText(form, 'id') } }
  switch (intent) {
    case 'open': {
      await api.PUT('/api/v1/notifications/{id}/read', { params })
      return redirect(localPath(form.get('to'), '/notifications'))
    }
    case 'read_all': {
      const result = await api.PUT('/api/v1/notifications/read')
      const problem = problemOf(result)
      return data({ intent, problem, at: result.data?.at ?? null }, { status: problem?.status ?? 200 })
    }
    case 'undo_read_all': {
      const at = formText(form, 'at')
      const problem = problemOf(await api.DELETE('/api/v1/notifications/read', { params: { query: { at } } }))
      return data({ intent, problem, at: null }, { status: problem?.status ?? 200 })
    }
    default: {
      const path = '/api/v1/notifications/{id}/read'
      const result =
        intent === 'delete'
          ? await api.DELETE('/api/v1/notifications/{id}', { params })
          : intent === 'unread'
            ? await api.DELETE(path, { params })
            : await api.PUT(path, { params })
      const problem = problemOf(result)
      return data({ intent, problem, at: null }, { status: problem?.status ?? 200 })
    }
  }
}

/** One's inbox: what is unread first, then everything. */
export default function Inbox({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const undo = useFetcher()
  const { state, formData } = useNavigation()
  const { items, next, all } = loaderData
  const unread = useUnreadNotifications()
  const at = actionData?.at ?? null
  const words = {
    read_all: t('notifications.all_marked_read'),
    delete: t('notifications.deleted'),
  } as Record<string, string>
  useActionToast(
    actionData,
    actionData && !actionData.problem ? (words[actionData.intent] ?? null) : null,
    at ? () => void undo.submit({ intent: 'undo_read_all', at }, { method: 'post' }) : undefined,
  )
  return (
    <Page width="form">
      <PageHeader
        title={t('app.notifications')}
        actions={
          <>
            <LinkButton to="/account/notifications">{t('notifications.settings')}</LinkButton>
            {unread > 0 ? (
              <Form method="post">
                <Button
                  type="submit"
                  name="intent"
                  value="read_all"
                  icon={<IconCheck size={18} stroke={1.75} />}
                  loading={state !== 'idle' && formData?.get('intent') === 'read_all'}
                >
                  {t('notifications.mark_all_read')}
                </Button>
              </Form>
            ) : null}
          </>
        }
      />
      <Tabs
        label={t('app.notifications')}
        tabs={[
          {
            to: '/notifications',
            label: t('notifications.unread'),
            ...(unread > 0 ? { count: unread } : {}),
            end: true,
          },
          { to: '/notifications/all', label: t('notifications.all') },
        ]}
      />
      <Stack>
        <FormErrors problem={actionData?.problem} />
        {items.length === 0 ? (
          <EmptyState
            picture="done"
            title={all ? t('notifications.none') : t('notifications.none_unread')}
            action={
              all ? null : <LinkButton to="/notifications/all">{t('notifications.see_all')}</LinkButton>
            }
          >
            <p>{all ? t('notifications.none_text') : t('notifications.none_unread_text')}</p>
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {items.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
        )}
        <Pagination nextCursor={next} />
      </Stack>
    </Page>
  )
}

type Notice = Route.ComponentProps['loaderData']['items'][number]

const tones = { info: 'neutral', warning: 'warning', error: 'danger', critical: 'danger' } as const

function NoticeLine({ notice }: { notice: Notice }) {
  const t = useMessages()
  const isUnread = notice.readAt === null
  return (
    <li className={`${styles.notice} ${isUnread ? styles.isUnread : ''}`}>
      <span className={styles.mark} aria-hidden="true" />
      <div>
        <div className={styles.head}>
          <h2 className={styles.title}>
            {isUnread ? <span className="visually-hidden">{t('notifications.unread_mark')} </span> : null}
            {notice.actionUrl ? (
              <Form method="post">
                <input type="hidden" name="intent" value="open" />
                <input type="hidden" name="id" value={notice.id} />
                <input type="hidden" name="to" value={notice.actionUrl} />
                <button type="submit" className={styles.openLink}>
                  {notice.title}
                </button>
              </Form>
            ) : (
              notice.title
            )}
          </h2>
          {notice.severity === 'info' ? null : (
            <Badge tone={tones[notice.severity]}>{t(`notifications.severity_${notice.severity}`)}</Badge>
          )}
        </div>
        <p className={styles.text}>{notice.message}</p>
        <p className={styles.when}>
          <Time at={notice.createdAt} as="relative" />
        </p>
      </div>
      <Form method="post" className={styles.actions}>
        <input type="hidden" name="id" value={notice.id} />
        <IconButton
          type="submit"
          size="small"
          name="intent"
          value={isUnread ? 'read' : 'unread'}
          label={t(isUnread ? 'notifications.mark_read' : 'notifications.mark_unread', {
            title: notice.title,
          })}
        >
          {isUnread ? <IconMailOpened size={18} stroke={1.75} /> : <IconMail size={18} stroke={1.75} />}
        </IconButton>
        <IconButton
          type="submit"
          size="small"
          name="intent"
          value="delete"
          label={t('notifications.delete', { title: notice.title })}
        >
          <IconTrash size={18} stroke={1.75} />
        </IconButton>
      </Form>
    </li>
  )
}
