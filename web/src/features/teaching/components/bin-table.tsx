import { Form, Link, useNavigation } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { ConfirmButton } from '~/ui/confirm-button.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Row, Stack } from '~/ui/layout.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { type Column, Table } from '~/ui/table.tsx'
import { Time } from '~/ui/text.tsx'
import { useActionToast } from '~/ui/use-action-toast.ts'
import { studioPath } from '../addresses.ts'
import type { BinItem } from '../shapes.ts'
import styles from './bin-table.module.css'

type BinAnswer = {
  done: 'restored' | 'deleted_for_good' | 'emptied'
  title: string
  problem: Problem | null
}

/** What lies in a bin, and the way back for each. `inCourse`: all of it is of the course whose page this is. */
export function BinTable({
  items,
  next,
  inCourse = false,
  answer,
}: {
  items: BinItem[]
  next: string | null
  inCourse?: boolean
  answer: BinAnswer | undefined
}) {
  const t = useMessages()
  useActionToast(
    answer,
    answer && !answer.problem ? t(`studio.${answer.done}`, { title: answer.title }) : null,
  )
  const columns: Column<BinItem>[] = [
    {
      key: 'title',
      header: t('studio.what'),
      primary: true,
      cell: (item) => (
        <span className={styles.thing}>
          <span className={styles.title}>{item.title}</span>
          <span className={styles.kind}>{t(`studio.kind_${item.kind}`)}</span>
        </span>
      ),
    },
    ...(inCourse
      ? []
      : [
          {
            key: 'course',
            header: t('studio.in_course'),
            cell: (item: BinItem) =>
              item.kind === 'course' ? '–' : <Link to={studioPath(item.course.id)}>{item.course.title}</Link>,
          },
        ]),
    {
      key: 'removed',
      header: t('studio.removed_at'),
      cell: (item) => <Time at={item.removedAt} as="relative" />,
    },
    { key: 'goes', header: t('studio.goes'), cell: (item) => <Time at={item.goneAt} /> },
    { key: 'acts', header: t('studio.restore'), actions: true, cell: (item) => <Acts item={item} /> },
  ]
  return (
    <Stack>
      <FormErrors problem={answer?.problem} />
      {items.length > 0 ? (
        <Table caption={t('studio.bin')} columns={columns} rows={items} rowKey={(item) => item.id} />
      ) : (
        <EmptyState picture="done" title={t('studio.bin_empty')}>
          <p>{t(inCourse ? 'studio.bin_empty_course_text' : 'studio.bin_empty_text')}</p>
        </EmptyState>
      )}
      <Pagination nextCursor={next} />
    </Stack>
  )
}

function Acts({ item }: { item: BinItem }) {
  const t = useMessages()
  const { formData } = useNavigation()
  const isBusy = formData?.get('id') === item.id && formData.get('intent') === 'restore'
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="kind" value={item.kind} />
      <input type="hidden" name="title" value={item.title} />
      <Row gap="tight" className={styles.acts}>
        <Button type="submit" size="small" name="intent" value="restore" loading={isBusy}>
          {t('studio.restore')}
        </Button>
        <ConfirmButton
          size="small"
          variant="quiet"
          name="intent"
          value="delete"
          title={t('studio.delete_for_good_title', { title: item.title })}
          message={t('studio.delete_for_good_text')}
          confirmLabel={t('studio.delete_for_good')}
        >
          {t('studio.delete_for_good')}
        </ConfirmButton>
      </Row>
    </Form>
  )
}
