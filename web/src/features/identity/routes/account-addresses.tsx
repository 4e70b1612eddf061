import { data, redirect } from 'react-router'
import { type Api, problemOf, unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import type { Problem } from '~/lib/problem.ts'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { AccountFrame } from '../components/account-frame.tsx'
import { AddressSection } from '../components/address-section.tsx'
import { askForFreshProof } from '../components/fresh-proof.ts'
import { PhoneSection } from '../components/phone-section.tsx'
import type { Route } from './+types/account-addresses.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const query = new URL(request.url).searchParams
  const adding = query.has('add')
  const phoning = query.has('phone')
  if (adding || phoning) await askForFreshProof(api, request)
  const [addresses, phone] = await Promise.all([
    api.GET('/api/v1/identity/me/addresses'),
    api.GET('/api/v1/identity/me/phone'),
  ])
  return {
    addresses: unwrap(addresses).items,
    phone: unwrap(phone),
    adding,
    phoning,
    /** The address whose code is being entered. */
    proving: query.get('prove'),
  }
}

type Act =
  | 'add'
  | 'send_again'
  | 'prove'
  | 'make_primary'
  | 'remove'
  | 'send_code'
  | 'prove_phone'
  | 'remove_phone'
type Answer = {
  act: Act
  problem: Problem | null
  /** What was typed: an address, or the number a code went to. */
  email: string
  phone: string
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const act = formText(form, 'intent') as Act
  const api = context.get(apiContext)
  const typed = { email: formText(form, 'email'), phone: formText(form, 'phone') }
  if (act === 'add' || act === 'send_again') {
    const result = await api.POST('/api/v1/identity/me/addresses', { body: { email: typed.email } })
    const problem = problemOf(result)
    if (problem || !result.data)
      return data<Answer>({ act, problem, ...typed }, { status: problem?.status ?? 500 })
    return redirect(`/account/addresses?prove=${result.data.id}&done=${act}`)
  }
  const problem = problemOf(await send(api, act, form))
  if (problem || act === 'send_code')
    return data<Answer>({ act, problem, ...typed }, { status: problem?.status ?? 200 })
  return redirect(`/account/addresses?done=${act}`)
}

function send(api: Api, act: Exclude<Act, 'add' | 'send_again'>, form: FormData) {
  const code = formText(form, 'code')
  const phone = formText(form, 'phone')
  const params = { path: { addressId: formText(form, 'id') } }
  switch (act) {
    case 'prove':
      return api.POST('/api/v1/identity/me/addresses/proofs', {
        body: { email: formText(form, 'email'), code },
      })
    case 'make_primary':
      return api.PUT('/api/v1/identity/me/addresses/{addressId}/primary', { params })
    case 'send_code':
      return api.POST('/api/v1/identity/me/phone/codes', { body: { phone } })
    case 'prove_phone':
      return api.PUT('/api/v1/identity/me/phone', { body: { phone, code } })
    case 'remove_phone':
      return api.DELETE('/api/v1/identity/me/phone')
    default:
      return api.DELETE('/api/v1/identity/me/addresses/{addressId}', { params })
  }
}

/** Addresses and the phone number by which one is reached and signs in. */
export default function AccountAddresses({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  useDoneToast({
    add: t('account.address_mail_sent'),
    send_again: t('account.address_mail_sent'),
    prove: t('account.address_proven'),
    make_primary: t('account.primary_changed'),
    remove: t('account.address_removed'),
    prove_phone: t('account.phone_proven'),
    remove_phone: t('account.phone_removed'),
  })
  const problemOfActs = (...acts: Act[]) =>
    actionData && acts.includes(actionData.act) ? actionData.problem : null
  // Once a code went to a number, the page asks for it until it is right.
  const asked = actionData?.act === 'prove_phone' || (actionData?.act === 'send_code' && !actionData.problem)
  return (
    <AccountFrame title={t('account.addresses')} lead={t('account.addresses_lead')}>
      <AddressSection
        addresses={loaderData.addresses}
        adding={loaderData.adding}
        proving={loaderData.proving}
        typed={actionData?.email ?? ''}
        problem={problemOfActs('add', 'send_again', 'prove', 'make_primary', 'remove')}
      />
      <PhoneSection
        phone={loaderData.phone}
        changing={loaderData.phoning}
        codeSentTo={asked ? actionData.phone : null}
        typed={actionData?.phone ?? ''}
        problem={problemOfActs('send_code', 'prove_phone', 'remove_phone')}
      />
    </AccountFrame>
  )
}
