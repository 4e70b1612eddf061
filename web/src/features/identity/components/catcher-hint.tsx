import { Link } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { useSite } from '~/lib/session.ts'
import { Callout } from '~/ui/callout.tsx'

/** On a developer's machine mails and text messages are caught; says where. */
export function CatcherHint({ texts = false }: { texts?: boolean }) {
  const t = useMessages()
  if (useSite().environment === 'production') return null
  return (
    <Callout tone="tip">
      <p>
        {t.rich(texts ? 'identity.catcher_hint_texts' : 'identity.catcher_hint', {
          link: (words) => (
            <Link key="link" to={texts ? '/mail/texts' : '/mail'}>
              {words}
            </Link>
          ),
        })}
      </p>
    </Callout>
  )
}
