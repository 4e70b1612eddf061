import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { useMessages } from '../lib/messages/index.ts'
import styles from './field.module.css'

type Words = {
  label: ReactNode
  /** A sentence under the control. */
  help?: ReactNode
  /** What is wrong and what to do; from `fieldErrors(problem)`. */
  error?: ReactNode
  /** Keeps the label for readers of the page only, where the place explains it. */
  hideLabel?: boolean
}

/** What a control needs to belong to its label, help and error. */
export type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** Label, control, help and error of one answer. For controls that are not below. */
export function Field({
  label,
  help,
  error,
  hideLabel,
  required,
  children,
}: Words & { required?: boolean; children: (wiring: Wiring) => ReactNode }) {
  const t = useMessages()
  const id = useId()
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
        {required === false ? <span className={styles.optional}> {t('ui.optional')}</span> : null}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
      {help ? (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      ) : null}
    </div>
  )
}

/** One line of text. `required={false}` says so beside the label. */
export function TextInput({
  label,
  help,
  error,
  hideLabel,
  className,
  ...rest
}: Words & ComponentProps<'input'>) {
  return (
    <Field label={label} help={help} error={error} hideLabel={hideLabel} required={rest.required}>
      {(wiring) => <input type="text" {...rest} {...wiring} className={join(styles.control, className)} />}
    </Field>
  )
}

/** A secret, with a button that shows it. */
export function PasswordInput({ label, help, error, hideLabel, ...rest }: Words & ComponentProps<'input'>) {
  const t = useMessages()
  const [shown, setShown] = useState(false)
  const name = shown ? t('ui.hide_password') : t('ui.show_password')
  return (
    <Field label={label} help={help} error={error} hideLabel={hideLabel} required={rest.required}>
      {(wiring) => (
        <div className={styles.withButton}>
          <input
            {...rest}
            {...wiring}
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className={styles.control}
          />
          <button
            type="button"
            className={styles.inside}
            aria-label={name}
            aria-pressed={shown}
            title={name}
            onClick={() => setShown(!shown)}
          >
            {shown ? <IconEyeOff size={18} stroke={1.75} /> : <IconEye size={18} stroke={1.75} />}
          </button>
        </div>
      )}
    </Field>
  )
}

/** Several lines of text; grows with what is written. */
export function Textarea({
  label,
  help,
  error,
  hideLabel,
  className,
  ...rest
}: Words & ComponentProps<'textarea'>) {
  return (
    <Field label={label} help={help} error={error} hideLabel={hideLabel} required={rest.required}>
      {(wiring) => (
        <textarea rows={4} {...rest} {...wiring} className={join(styles.control, styles.area, className)} />
      )}
    </Field>
  )
}

/** One of a few, by the browser's own list. For long lists use `Combobox`. */
export function Select({
  label,
  help,
  error,
  hideLabel,
  options,
  className,
  ...rest
}: Words & { options: { value: string; label: string }[] } & ComponentProps<'select'>) {
  return (
    <Field label={label} help={help} error={error} hideLabel={hideLabel} required={rest.required}>
      {(wiring) => (
        <select {...rest} {...wiring} className={join(styles.control, styles.select, className)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Yes or no, kept when the form is sent. */
export function Checkbox({ label, help, error, ...rest }: Words & ComponentProps<'input'>) {
  return <Choice type="checkbox" look={styles.checkbox} label={label} help={help} error={error} {...rest} />
}

/** One of several; give those of one question the same `name` inside a `ChoiceGroup`. */
export function Radio({ label, help, error, ...rest }: Words & ComponentProps<'input'>) {
  return <Choice type="radio" look={styles.radio} label={label} help={help} error={error} {...rest} />
}

/** On or off, for what takes effect by itself. */
export function Switch({ label, help, error, ...rest }: Words & ComponentProps<'input'>) {
  return (
    <Choice
      type="checkbox"
      role="switch"
      look={styles.switch}
      label={label}
      help={help}
      error={error}
      {...rest}
    />
  )
}

/** The question over checkboxes or radios. */
export function ChoiceGroup({
  legend,
  help,
  error,
  children,
}: {
  legend: ReactNode
  help?: ReactNode
  error?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <fieldset className={styles.group} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.label}>{legend}</legend>
      {help ? <p className={styles.help}>{help}</p> : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

function Choice({
  label,
  help,
  error,
  look,
  ...rest
}: Words & { look: string | undefined } & ComponentProps<'input'>) {
  const id = useId()
  const describedBy = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className={styles.choice}>
      <input
        id={id}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        {...rest}
        className={join(styles.tick, look)}
      />
      <div>
        <label htmlFor={rest.id ?? id}>{label}</label>
        {help ? (
          <p id={`${id}-help`} className={styles.help}>
            {help}
          </p>
        ) : null}
        {error ? (
          <p id={`${id}-error`} className={styles.error}>
            {error}
          </p>
        ) : null}
      </div>
    </div>
  )
}

function join(...names: (string | undefined)[]) {
  return names.filter(Boolean).join(' ')
}
