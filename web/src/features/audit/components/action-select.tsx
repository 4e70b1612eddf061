import { actionName } from '~/lib/action-name.ts'
import { type MessageKey, useMessages } from '~/lib/messages/index.ts'
import { Select } from '~/ui/field.tsx'
import { actionsByModule } from './actions.ts'

/** What happened: anything, anything of one module, or one kind of deed. */
export function ActionSelect({ action }: { action: string }) {
  const t = useMessages()
  const options = Object.entries(actionsByModule).flatMap(([module, actions]) => [
    { value: `${module}.`, label: t('audit.all_of', { module: t(`audit.module_${module}` as MessageKey) }) },
    ...actions.map((name) => {
      const value = `${module}.${name}`
      return { value, label: `\u2003${actionName(t, value)}` }
    }),
  ])
  const known = options.some((option) => option.value === action)
  return (
    <Select
      label={t('audit.what')}
      name="action"
      defaultValue={action}
      options={[
        { value: '', label: t('audit.anything') },
        ...(action && !known ? [{ value: action, label: action }] : []),
        ...options,
      ]}
    />
  )
}
