import { Form } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import styles from './number-form.module.css'

/** Asks for the number of a certificate. */
export function NumberForm({ number = '', error }: { number?: string; error?: string }) {
  const t = useMessages()
  return (
    <Form method="get" action="/certificates" className={styles.form}>
      <TextInput
        name="number"
        label={t('learning.certificate_number')}
        help={t('learning.certificate_number_help')}
        error={error}
        defaultValue={number}
        required
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div>
        <Button type="submit" variant="primary">
          {t('learning.check')}
        </Button>
      </div>
    </Form>
  )
}
