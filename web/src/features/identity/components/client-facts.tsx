import { useMessages } from '~/lib/messages/index.ts'
import { Stack } from '~/ui/layout.tsx'
import { CopyFacts } from './copy-facts.tsx'
import { SecretOnce } from './secret-once.tsx'

/** What is entered in an app: its id, where it learns the rest, and once its secret. */
export function ClientFacts({
  clientId,
  issuer,
  secret,
}: {
  clientId: string
  issuer: string | null
  secret: string | null
}) {
  const t = useMessages()
  return (
    <Stack>
      {secret ? (
        <SecretOnce label={t('access.app_secret')} secret={secret} about={t('access.app_secret_about')} />
      ) : null}
      <CopyFacts
        facts={[
          { label: t('access.app_id'), value: clientId },
          ...(issuer ? [{ label: t('access.issuer'), value: issuer }] : []),
        ]}
      />
    </Stack>
  )
}
