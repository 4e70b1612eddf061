import { formSecret, formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Textarea, TextInput } from '~/ui/field.tsx'
import { Stack } from '~/ui/layout.tsx'
import { type CopyFact, CopyFacts } from './copy-facts.tsx'
import { OpenidClientFields } from './openid-client-fields.tsx'
import type { OurSide, SsoProvider } from './security-answers.ts'

export type SsoKind = SsoProvider['kind']

/** What a form says of the connection; what was left empty stays as it is. */
export function ssoConnectionWish(form: FormData, kind: SsoKind) {
  const given = (name: string, value: string) => (value ? { [name]: value } : {})
  const names = kind === 'saml' ? ['metadataUrl'] : ['issuer', 'clientId']
  return Object.assign(
    { name: formText(form, 'name') },
    ...names.map((name) => given(name, formText(form, name))),
    kind === 'saml'
      ? given('metadataXml', formText(form, 'metadataXml'))
      : given('clientSecret', formSecret(form, 'clientSecret')),
  ) as {
    name: string
    metadataUrl?: string
    metadataXml?: string
    issuer?: string
    clientId?: string
    clientSecret?: string
  }
}

/** What the identity provider gave, and how the sign-on is called here. */
export function SsoConnectionFields({
  kind,
  wish,
  stored,
  errors,
}: {
  kind: SsoKind
  wish: { name: string; metadataUrl?: string; metadataXml?: string; issuer?: string; clientId?: string }
  /** The sign-on as it is, when there is one already. */
  stored: SsoProvider | null
  errors: Record<string, string>
}) {
  const t = useMessages()
  return (
    <Stack>
      <TextInput
        label={t('access.name')}
        name="name"
        required
        maxLength={120}
        autoComplete="off"
        defaultValue={wish.name}
        help={t('access.sso_name_help')}
        error={errors.name}
      />
      {kind === 'saml' ? (
        <>
          <TextInput
            label={t('access.metadata_url')}
            name="metadataUrl"
            type="url"
            inputMode="url"
            required={false}
            maxLength={2000}
            placeholder="https://"
            defaultValue={wish.metadataUrl ?? ''}
            help={t('access.metadata_url_help')}
            error={errors.metadataUrl}
          />
          <Textarea
            label={t('access.metadata_xml')}
            name="metadataXml"
            required={false}
            rows={4}
            spellCheck={false}
            defaultValue={wish.metadataXml ?? ''}
            help={t('access.metadata_xml_help')}
            error={errors.metadataXml}
          />
        </>
      ) : (
        <>
          <TextInput
            label={t('access.issuer')}
            name="issuer"
            type="url"
            inputMode="url"
            required
            readOnly={stored !== null}
            maxLength={2000}
            placeholder="https://"
            defaultValue={wish.issuer ?? ''}
            help={stored ? t('access.fixed_issuer') : t('access.issuer_help')}
            error={errors.issuer}
          />
          <OpenidClientFields
            clientId={wish.clientId ?? ''}
            hasSecret={stored?.oidc?.hasClientSecret ?? false}
            errors={errors}
          />
        </>
      )}
    </Stack>
  )
}

/** What is entered at the identity provider. */
export function OurFacts({ kind, ours }: { kind: SsoKind; ours: OurSide }) {
  const t = useMessages()
  const facts: CopyFact[] =
    kind === 'oidc'
      ? [
          {
            label: t('access.redirect_address'),
            value: ours.oidc.redirectUrl,
            help: t('access.callback_url_text'),
          },
        ]
      : [
          { label: t('access.entity_id'), value: ours.saml.entityId, help: t('access.entity_id_text') },
          { label: t('access.acs_url'), value: ours.saml.acsUrl, help: t('access.acs_url_text') },
          {
            label: t('access.metadata_address'),
            value: ours.saml.metadataUrl,
            help: t('access.metadata_address_text'),
          },
        ]
  return <CopyFacts facts={facts} />
}
