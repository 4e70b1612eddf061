import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { onlyWhereMailIsCaught } from '../components/development.ts'
import type { Route } from './+types/caught-mail-html.ts'

/** What a mail may do inside its frame: look as it likes, and lead elsewhere on a click. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data: https:',
  "frame-ancestors 'self'",
  'sandbox allow-top-navigation-by-user-activation',
].join('; ')

/** The HTML of a caught mail for its frame, under a policy of its own. */
export async function loader({ context, params }: Route.LoaderArgs) {
  onlyWhereMailIsCaught(context)
  const path = { id: params.mailId }
  const mail = unwrap(
    await context.get(apiContext).GET('/api/v1/notifications/caught-mails/{id}', { params: { path } }),
  )
  return new Response(withLinksOut(mail.bodyHtml ?? ''), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-frame-options': 'SAMEORIGIN',
    },
  })
}

/** Links lead out of the frame; the document type stays first, or browsers would draw it by old rules. */
function withLinksOut(html: string): string {
  const base = '<base target="_top">'
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html
}
