import { IconFileZip, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { data, useNavigate } from 'react-router'
import { sessionContext } from '~/lib/context.ts'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { may } from '~/lib/session.ts'
import { useUpload } from '~/lib/upload.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Callout } from '~/ui/callout.tsx'
import { Switch } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Page, Row, Stack } from '~/ui/layout.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import type { Route } from './+types/new-import.ts'
import styles from './new-import.module.css'

/** Names of packages that can be read. What is inside decides; this only spares a long upload. */
const looksReadable = (name: string) => /\.(tar\.gz|tgz|tar|zip|imscc)$/i.test(name)

/** The page asks the API for nothing, so it looks itself whether the person may send anything. */
export function loader({ context }: Route.LoaderArgs) {
  const session = context.get(sessionContext)
  if (!session?.modules.includes('imports')) throw data(null, { status: 404 })
  if (!may(session, 'imports.courses')) throw data(null, { status: 403 })
  return null
}

/** Choose a package, decide whether it is published, send it. */
export default function NewImport() {
  const t = useMessages()
  const format = useFormat()
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const [publish, setPublish] = useState(false)
  const [isOver, setOver] = useState(false)
  const { upload, problem, start, cancel } = useUpload<{ importId: string }>({
    address: ({ name }) =>
      `/api/v1/imports/courses?${new URLSearchParams({ fileName: name, publish: String(publish) })}`,
    onDone: ({ importId }) => void navigate(`/teach/imports/${importId}`),
  })
  const isDoubtful = file !== null && !looksReadable(file.name)
  return (
    <Page width="form">
      <PageHeader
        title={t('imports.new')}
        lead={t('imports.new_lead')}
        crumbs={[
          { to: '/teach', label: t('app.studio') },
          { to: '/teach/imports', label: t('imports.imports') },
        ]}
      />
      <Card>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (file) start(file)
          }}
        >
          <Stack gap="wide">
            {upload ? null : problem?.title ? (
              <FormErrors problem={problem} />
            ) : problem ? (
              <Callout tone="danger" title={t('imports.not_sent')}>
                <p>{t('imports.not_sent_text')}</p>
              </Callout>
            ) : null}
            {upload ? (
              <div className={styles.sending} role="status">
                <p className={styles.name}>{t('imports.sending', { name: upload.name })}</p>
                <ProgressBar done={upload.sent} total={upload.size} label={upload.name} showShare />
                <p className={styles.note}>
                  {upload.sent < upload.size
                    ? t('imports.sent_of', {
                        sent: format.bytes(upload.sent),
                        size: format.bytes(upload.size),
                      })
                    : t('imports.arrived')}
                </p>
              </div>
            ) : (
              // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same
              <div
                className={styles.drop}
                data-over={isOver || undefined}
                onDragOver={(event) => {
                  event.preventDefault()
                  setOver(true)
                }}
                onDragLeave={() => setOver(false)}
                onDrop={(event) => {
                  event.preventDefault()
                  setOver(false)
                  setFile(event.dataTransfer.files[0] ?? null)
                }}
              >
                {file ? (
                  <IconFileZip size={32} stroke={1.5} aria-hidden="true" className={styles.icon} />
                ) : (
                  <IconUpload size={32} stroke={1.5} aria-hidden="true" className={styles.icon} />
                )}
                {file ? (
                  <p className={styles.name}>
                    {file.name} <span className={styles.note}>{format.bytes(file.size)}</span>
                  </p>
                ) : (
                  <p>{t('imports.drop')}</p>
                )}
                <input
                  id="package"
                  type="file"
                  accept=".gz,.tgz,.tar,.zip,.imscc"
                  className={styles.input}
                  aria-describedby="package-help"
                  onChange={(event) => setFile(event.target.files?.[0] ?? null)}
                />
                <label htmlFor="package" className={styles.label}>
                  {t(file ? 'imports.choose_other' : 'imports.choose')}
                </label>
                <p id="package-help" className={styles.note}>
                  {t('imports.kinds')}
                </p>
              </div>
            )}
            {isDoubtful && !upload ? (
              <Callout tone="warning" title={t('imports.doubtful')}>
                <p>{t('imports.doubtful_text')}</p>
              </Callout>
            ) : null}
            <Switch
              name="publish"
              checked={publish}
              disabled={upload !== null}
              onChange={(event) => setPublish(event.target.checked)}
              label={t('imports.publish_at_once')}
              help={t('imports.publish_at_once_help')}
            />
            <Row>
              {upload ? (
                <Button onClick={cancel}>{t('imports.stop_sending')}</Button>
              ) : (
                <>
                  <Button type="submit" variant="primary" disabled={file === null}>
                    {t('imports.import_it')}
                  </Button>
                  <LinkButton to="/teach/imports" variant="quiet">
                    {t('ui.cancel')}
                  </LinkButton>
                </>
              )}
            </Row>
          </Stack>
        </form>
      </Card>
      <section className={styles.how}>
        <h2>{t('imports.where_from')}</h2>
        <dl>
          <dt>{t('imports.from_open_edx')}</dt>
          <dd>{t('imports.from_open_edx_text')}</dd>
          <dt>{t('imports.from_canvas')}</dt>
          <dd>{t('imports.from_canvas_text')}</dd>
          <dt>{t('imports.afterwards')}</dt>
          <dd>{t('imports.afterwards_text')}</dd>
        </dl>
      </section>
    </Page>
  )
}
