import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Select } from '~/ui/field.tsx'
import styles from './people.module.css'
import { methodName, signInMethods } from './sign-in-method.ts'
import { devices, type SignInWish } from './sign-in-wish.ts'

/** Which tries to sign in to show: the answers stand in the address. */
export function SignInFilters({
  wish,
  all,
  filtered,
  children,
}: {
  wish: SignInWish
  /** Path of the page without any filter. */
  all: string
  filtered: boolean
  /** Further questions, before the others. */
  children?: ReactNode
}) {
  const t = useMessages()
  return (
    <Form method="get" role="search" className={styles.filters}>
      {children}
      <Select
        label={t('identity.outcome')}
        name="outcome"
        defaultValue={wish.outcome ?? ''}
        options={[
          { value: '', label: t('account.any_outcome') },
          { value: 'succeeded', label: t('identity.signed_in') },
          { value: 'failed', label: t('identity.try_failed') },
        ]}
      />
      <Select
        label={t('account.how')}
        name="method"
        defaultValue={wish.method ?? ''}
        options={[
          { value: '', label: t('account.any_method') },
          ...signInMethods.map((method) => ({ value: method, label: methodName(t, method) })),
        ]}
      />
      <Select
        label={t('identity.device')}
        name="device"
        defaultValue={wish.device ?? ''}
        options={[
          { value: '', label: t('account.any_device') },
          ...devices.map((device) => ({ value: device, label: t(`account.device_${device}`) })),
        ]}
      />
      <div className={styles.filterButtons}>
        <Button type="submit">{t('account.filter')}</Button>
        {filtered ? (
          <LinkButton to={all} variant="quiet">
            {t('persons.all_tries')}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  )
}
