import { Link } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { useSite } from '~/lib/session.ts'
import { Callout } from '~/ui/callout.tsx'

/** On a developer's machine mails are caught; says where. */
export function CatcherHint() {
  const t = useMessages()
  if (useSite().environment === 'production') return null
  return (
    <Callout tone="tip">
      <p>
        {t.rich('identity.catcher_hint', {
          link: (words) => (
            <Link key="link" to="/mail">
              {words}
            </Link>
          ),
        })}
      </p>
    </Callout>
  )
}
