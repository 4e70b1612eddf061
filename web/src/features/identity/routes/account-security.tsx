import { data, Link, redirect } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext, siteContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { problemInAddress } from '~/lib/problem-in-address.server.ts'
import { Section } from '~/ui/layout.tsx'
import { useDoneToast } from '~/ui/use-done-toast.ts'
import { AccountFrame } from '../components/account-frame.tsx'
import { ConnectedSection } from '../components/connected-section.tsx'
import { DeviceSection } from '../components/device-section.tsx'
import { FactorSection } from '../components/factor-section.tsx'
import { unlessFactorNeeded } from '../components/fresh-proof.ts'
import { LoginTable } from '../components/login-table.tsx'
import { PasskeySection } from '../components/passkey-section.tsx'
import { PasswordSection } from '../components/password-section.tsx'
import { actOnSecurity, type SecurityAct } from '../components/security-acts.ts'
import type { Route } from './+types/account-security.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const api = context.get(apiContext)
  const query = new URL(request.url).searchParams
  const [me, passkeys, factors, devices, identities, providers, tries] = await Promise.all([
    api.GET('/api/v1/identity/me'),
    api.GET('/api/v1/identity/passkeys'),
    api.GET('/api/v1/identity/factors'),
    api.GET('/api/v1/identity/sessions', { params: { query: { limit: 100 } } }),
    api.GET('/api/v1/identity/me/identities'),
    api.GET('/api/v1/identity/providers'),
    api.GET('/api/v1/identity/me/login-history', { params: { query: { limit: 5 } } }),
  ])
  const { person } = unwrap(me)
  return {
    email: person.email,
    hasPassword: person.hasPassword,
    passkeys: unwrap(passkeys),
    factors: unwrap(factors),
    devices: unwrap(devices).items,
    // Addresses are ways in as well; they have a page of their own.
    accounts: unwrap(identities).items.filter(({ provider }) => provider !== 'email' && provider !== 'phone'),
    providers: unwrap(providers).items,
    tries: unwrap(tries).items,
    renaming: query.get('rename'),
    connected: query.get('connected'),
    problem: problemInAddress(query, context.get(siteContext)),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const answer = await actOnSecurity(context.get(apiContext), await request.formData())
  const problem = unlessFactorNeeded(answer.problem, request)
  if (!problem) return redirect(`/account/security?done=${answer.act}`)
  return data({ act: answer.act, problem }, { status: problem.status })
}

export default function AccountSecurity({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const { email, passkeys, factors, devices, accounts, providers, tries, renaming } = loaderData
  useDoneToast({
    change_password: t('identity.password_changed'),
    mail_password_link: t('account.password_link_sent', { email: email ?? '' }),
    add_passkey: t('account.passkey_added'),
    rename_passkey: t('account.renamed'),
    remove_passkey: t('account.passkey_removed'),
    add_factor: t('account.factor_added'),
    rename_factor: t('account.renamed'),
    remove_factor: t('account.factor_removed'),
    end_session: t('identity.session_ended'),
    end_others: t('identity.others_ended'),
    disconnect: t('account.disconnected'),
  })
  const problemOfActs = (...acts: SecurityAct[]) =>
    actionData && acts.includes(actionData.act) ? actionData.problem : null
  return (
    <AccountFrame title={t('identity.security')} lead={t('account.security_lead')}>
      {email ? (
        <PasswordSection
          email={email}
          hasPassword={loaderData.hasPassword}
          problem={problemOfActs('change_password', 'mail_password_link')}
        />
      ) : null}
      <PasskeySection
        passkeys={passkeys.items}
        most={passkeys.most}
        renaming={renaming}
        problem={problemOfActs('rename_passkey', 'remove_passkey')}
      />
      <FactorSection
        factors={factors}
        renaming={renaming}
        problem={problemOfActs('rename_factor', 'remove_factor')}
      />
      <DeviceSection devices={devices} problem={problemOfActs('end_session', 'end_others')} />
      <ConnectedSection
        accounts={accounts}
        providers={providers}
        connected={loaderData.connected}
        problem={problemOfActs('disconnect') ?? loaderData.problem}
      />
      <Section
        title={t('identity.login_history')}
        description={t('identity.login_history_text')}
        actions={<Link to="/account/security/history">{t('account.all_tries')}</Link>}
      >
        <LoginTable caption={t('identity.login_history')} tries={tries} />
      </Section>
    </AccountFrame>
  )
}
