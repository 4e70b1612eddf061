import { useMessages } from '~/lib/messages/index.ts'
import { Select } from '~/ui/field.tsx'
import type { PageName } from './resource-list.tsx'

/** Chooses where a file or link is shown: on one page, or with the whole course. */
export function ResourcePlace({
  pages,
  ...rest
}: { pages: PageName[] } & { defaultValue: string; form?: string }) {
  const t = useMessages()
  return (
    <Select
      name="nodeId"
      label={t('studio.belongs_to')}
      help={t('studio.belongs_to_help')}
      options={[
        { value: '', label: t('studio.whole_course') },
        ...pages.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      {...rest}
    />
  )
}
