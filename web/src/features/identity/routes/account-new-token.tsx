import { data, Form, Link, useNavigation } from 'react-router'
import { problemOf } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Select, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Row, Section, Stack } from '~/ui/layout.tsx'
import { AccountFrame } from '../components/account-frame.tsx'
import { CopyFacts } from '../components/copy-facts.tsx'
import { askForFreshProof } from '../components/fresh-proof.ts'
import { ScopeMatrix, type ScopeWish, scopesOf, scopeWishOf } from '../components/scope-matrix.tsx'
import { SecretOnce } from '../components/secret-once.tsx'
import type { Route } from './+types/account-new-token.ts'

const lifetimes = [7, 30, 90, 365]

export async function loader({ context, request }: Route.LoaderArgs) {
  await askForFreshProof(context.get(apiContext), request)
  return { origin: new URL(request.url).origin }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const wish = { name: formText(form, 'name'), days: formText(form, 'days'), access: scopeWishOf(form) }
  const result = await context.get(apiContext).POST('/api/v1/identity/me/api-tokens', {
    body: {
      name: wish.name,
      scopes: scopesOf(wish.access),
      expiresInDays: wish.days === 'never' ? null : Number(wish.days),
    },
  })
  const problem = problemOf(result)
  return data(
    { problem, wish, token: result.data?.token ?? null },
    { status: problem?.status ?? 200, headers: { 'Cache-Control': 'no-store' } },
  )
}

export default function NewToken({ loaderData, actionData }: Route.ComponentProps) {
  const t = useMessages()
  const crumbs = [{ label: t('account.tokens'), to: '/account/tokens' }]
  if (actionData?.token)
    return (
      <AccountFrame
        title={t('account.token_made', { name: actionData.wish.name })}
        lead={t('account.token_made_lead')}
        crumbs={crumbs}
      >
        <TokenOnce token={actionData.token} origin={loaderData.origin} />
      </AccountFrame>
    )
  const wish = actionData?.wish ?? { name: '', days: '90', access: {} }
  return (
    <AccountFrame title={t('account.new_token')} lead={t('account.new_token_lead')} crumbs={crumbs}>
      <TokenForm wish={wish} problem={actionData?.problem ?? null} />
    </AccountFrame>
  )
}

function TokenForm({
  wish,
  problem,
}: {
  wish: { name: string; days: string; access: ScopeWish }
  problem: ReturnType<typeof problemOf>
}) {
  const t = useMessages()
  const { state } = useNavigation()
  const errors = fieldErrors(problem)
  return (
    <Form method="post">
      <FormErrors problem={problem} />
      <Card>
        <Stack>
          <TextInput
            label={t('account.token_name')}
            name="name"
            required
            maxLength={100}
            autoComplete="off"
            defaultValue={wish.name}
            help={t('account.token_name_help')}
            error={errors.name}
          />
          <Select
            label={t('account.token_lasts')}
            name="days"
            defaultValue={wish.days}
            help={t('account.token_lasts_help')}
            options={[
              ...lifetimes.map((days) => ({
                value: String(days),
                label: t('account.token_days', { days }),
              })),
              { value: 'never', label: t('account.token_until_revoked') },
            ]}
            error={errors.expiresInDays}
          />
        </Stack>
      </Card>
      <Section title={t('account.may')} description={t('account.may_text')}>
        <Stack>
          <Card padded={false}>
            <ScopeMatrix wish={wish.access} error={errors.scopes} />
          </Card>
          <Row>
            <Button type="submit" variant="primary" loading={state !== 'idle'}>
              {t('account.make_token')}
            </Button>
            <Link to="/account/tokens">{t('ui.cancel')}</Link>
          </Row>
        </Stack>
      </Section>
    </Form>
  )
}

/** The token, the one time it is shown, and how a program uses it. */
function TokenOnce({ token, origin }: { token: string; origin: string }) {
  const t = useMessages()
  const example = `curl -H "Authorization: Bearer ${token}" ${origin}/api/v1/identity/me`
  return (
    <Stack>
      <SecretOnce label={t('account.token')} secret={token} />
      <CopyFacts
        facts={[{ label: t('account.token_try'), value: example, help: t('account.token_try_text') }]}
      />
      <Row>
        <LinkButton to="/account/tokens" variant="primary">
          {t('account.token_kept')}
        </LinkButton>
      </Row>
    </Stack>
  )
}
