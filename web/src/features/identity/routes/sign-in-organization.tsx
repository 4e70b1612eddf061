import { Form, redirect } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext, heldContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Button } from '~/ui/button.tsx'
import { Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { OtherWays } from '../components/auth-parts.tsx'
import { SsoLink } from '../components/provider-links.tsx'
import type { Route } from './+types/sign-in-organization.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const held = context.get(heldContext)
  if (held?.owes !== 'sso') throw redirect('/sign-in')
  const options = await context.get(apiContext).POST('/api/v1/identity/sign-in-options', {
    body: { email: held.email ?? 'nobody@example.invalid' },
  })
  return { sso: unwrap(options).sso }
}

/** Somebody came in by themselves, and their organization asks for its own sign-on. */
export default function SignInOrganization({ loaderData: { sso } }: Route.ComponentProps) {
  const t = useMessages()
  return (
    <>
      <PageHeader
        title={t('door.organization_title')}
        lead={
          sso
            ? t('door.organization_lead', { organization: sso.organizationName, name: sso.name })
            : t('door.organization_unknown')
        }
      />
      <Stack>{sso ? <SsoLink way={{ ...sso, isRequired: true }} email={null} /> : null}</Stack>
      <OtherWays>
        <Form method="post" action="/sign-out">
          <Button type="submit" variant="quiet">
            {t('door.sign_out_instead')}
          </Button>
        </Form>
      </OtherWays>
    </>
  )
}
