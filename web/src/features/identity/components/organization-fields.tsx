import { useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import { TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import { shortNameOf } from './short-name.ts'

/** Name and short name of a new organization; the short name follows the name until it is written by hand. */
export function OrganizationFields({
  nameField,
  name,
  slug,
  errors,
}: {
  nameField: string
  name: string | undefined
  slug: string | undefined
  errors: Record<string, string>
}) {
  const t = useMessages()
  const [short, setShort] = useState(slug ?? '')
  const [byHand, setByHand] = useState(Boolean(slug))
  return (
    <Stack>
      <TextInput
        label={t('identity.organization_name')}
        name={nameField}
        autoComplete="organization"
        required
        maxLength={200}
        defaultValue={name}
        error={errors[nameField]}
        onChange={(event) => {
          if (!byHand) setShort(shortNameOf(event.target.value))
        }}
      />
      <TextInput
        label={t('identity.short_name')}
        name="slug"
        required
        minLength={2}
        maxLength={50}
        pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])"
        autoCapitalize="none"
        spellCheck={false}
        help={t('identity.short_name_help')}
        value={short}
        error={errors.slug}
        onChange={(event) => {
          setByHand(true)
          setShort(event.target.value)
        }}
      />
    </Stack>
  )
}
