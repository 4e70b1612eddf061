import { useMessages } from '../lib/messages/index.ts'
import { Button, LinkButton } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { PageTitle } from './page-header.tsx'

export type ErrorKind = 'not_found' | 'forbidden' | 'failed' | 'offline'

/** A page that cannot be shown: why, and what to do next. */
export function ErrorPage({ kind, detail }: { kind: ErrorKind; detail?: string | null }) {
  const t = useMessages()
  const title = t(`ui.error_${kind}_title`)
  const retry = kind === 'failed' || kind === 'offline'
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <EmptyState
        heading="h1"
        title={title}
        picture={kind === 'not_found' ? 'search' : 'broken'}
        action={
          <>
            {retry ? (
              <Button variant="primary" onClick={() => window.location.reload()}>
                {t('ui.try_again')}
              </Button>
            ) : null}
            <LinkButton to="/" variant={retry ? 'secondary' : 'primary'}>
              {t('ui.to_home')}
            </LinkButton>
          </>
        }
      >
        <p>{detail || t(`ui.error_${kind}_text`)}</p>
      </EmptyState>
    </>
  )
}
