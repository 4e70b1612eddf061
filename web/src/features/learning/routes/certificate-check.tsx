import { redirect } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { Page } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { certificatePath } from '../addresses.ts'
import { NumberForm } from '../components/number-form.tsx'
import type { Route } from './+types/certificate-check.ts'

export function loader({ request }: Route.LoaderArgs) {
  const number = new URL(request.url).searchParams.get('number')?.trim()
  if (number) throw redirect(certificatePath(number.slice(0, 60)))
  return null
}

/** Where anybody checks a certificate by its number. */
export default function CertificateCheck() {
  const t = useMessages()
  return (
    <Page width="form">
      <PageHeader title={t('learning.check_certificate')} lead={t('learning.check_lead')} />
      <NumberForm />
    </Page>
  )
}
