import '@mantine/core/styles/Combobox.layer.css'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { MultiSelect, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../lib/messages/index.ts'
import styles from './combobox.module.css'
import { Field } from './field.tsx'
import { overlayHome, Widgets } from './widgets/provider.tsx'

type Shared = {
  label: ReactNode
  /** Sent with the form under this name. */
  name: string
  options: { value: string; label: string }[]
  help?: ReactNode
  error?: ReactNode
  required?: boolean
  placeholder?: string
}

const classNames = {
  input: styles.input ?? '',
  dropdown: styles.dropdown ?? '',
  option: styles.option ?? '',
  pill: styles.pill ?? '',
}

/** One of many: type to narrow the list. */
export function Combobox({
  options,
  defaultValue,
  onChange,
  ...rest
}: Shared & { defaultValue?: string; onChange?: (value: string | null) => void }) {
  const t = useMessages()
  const { label, help, error, required, ...input } = rest
  return (
    <Widgets>
      <Field label={label} help={help} error={error} required={required}>
        {(wiring) => (
          <Select
            {...input}
            {...wiring}
            data={options}
            {...(defaultValue === undefined ? {} : { defaultValue })}
            {...(onChange ? { onChange } : {})}
            searchable
            nothingFoundMessage={t('ui.nothing_found')}
            classNames={classNames}
            comboboxProps={{ portalProps: { target: overlayHome } }}
          />
        )}
      </Field>
    </Widgets>
  )
}

/** Several of many; sent as one comma-separated value. */
export function MultiCombobox({
  options,
  defaultValue,
  onChange,
  ...rest
}: Shared & { defaultValue?: string[]; onChange?: (values: string[]) => void }) {
  const t = useMessages()
  const { label, help, error, required, ...input } = rest
  return (
    <Widgets>
      <Field label={label} help={help} error={error} required={required}>
        {(wiring) => (
          <MultiSelect
            {...input}
            {...wiring}
            data={options}
            {...(defaultValue === undefined ? {} : { defaultValue })}
            {...(onChange ? { onChange } : {})}
            searchable
            nothingFoundMessage={t('ui.nothing_found')}
            classNames={classNames}
            comboboxProps={{ portalProps: { target: overlayHome } }}
          />
        )}
      </Field>
    </Widgets>
  )
}
