import type { Icon as TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Form, Link } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { Row } from '~/ui/layout.tsx'
import styles from './item-list.module.css'

/** Things of one kind under one another: what each is, a few facts, and what can be done with it. */
export function ItemList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className={styles.list}>
      {children}
    </ul>
  )
}

/** One of them; `below` is a small form that belongs to it. */
export function Item({
  icon: Icon,
  name,
  facts,
  actions,
  below,
}: {
  icon: TablerIcon
  name: ReactNode
  facts?: ReactNode
  actions?: ReactNode
  below?: ReactNode
}) {
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Icon size={20} stroke={1.75} aria-hidden="true" className={styles.icon} />
        <div className={styles.words}>
          <div className={styles.name}>{name}</div>
          {facts ? <div className={styles.facts}>{facts}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {below ? <div className={styles.below}>{below}</div> : null}
    </li>
  )
}

/** Leads to the form that renames a thing, which is at `?rename=` and its id. */
export function RenameLink({ id, name }: { id: string; name: string }) {
  const t = useMessages()
  return (
    <LinkButton
      to={`?rename=${id}`}
      size="small"
      preventScrollReset
      aria-label={t('account.rename_it', { name })}
    >
      {t('account.rename')}
    </LinkButton>
  )
}

/** A new name for a thing. Sends `intent`, `id` and `name`. */
export function RenameForm({
  id,
  name,
  intent,
  error,
}: {
  id: string
  name: string
  intent: string
  error?: string | undefined
}) {
  const t = useMessages()
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
      <div className={styles.rename}>
        <TextInput
          label={t('account.new_name')}
          name="name"
          maxLength={60}
          required
          autoFocus
          autoComplete="off"
          defaultValue={name}
          error={error}
        />
        <Row gap="tight">
          <Button type="submit" variant="primary">
            {t('account.save_name')}
          </Button>
          <Link to="?" preventScrollReset>
            {t('ui.cancel')}
          </Link>
        </Row>
      </div>
    </Form>
  )
}
