import { useRef } from 'react'
import type { FetcherWithComponents } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Button } from '~/ui/button.tsx'
import { TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Card, Grid, Row, Section, Stack } from '~/ui/layout.tsx'
import { FileDrop } from './file-drop.tsx'
import type { PageName } from './resource-list.tsx'
import { ResourcePlace } from './resource-place.tsx'

/** Uploads a file or takes a link, for the whole course or for a page. */
export function AddResource({
  pages,
  page,
  fetcher,
  problem,
}: {
  pages: PageName[]
  /** The page chosen at first; empty: the whole course. */
  page: string
  fetcher: FetcherWithComponents<unknown>
  problem: Problem | null
}) {
  const t = useMessages()
  const form = useRef<HTMLFormElement>(null)
  const errors = fieldErrors(problem)
  return (
    <Section title={t('studio.add_title')}>
      <Card>
        <fetcher.Form method="post" ref={form} key={page}>
          <Stack>
            <FormErrors problem={problem} />
            <ResourcePlace pages={pages} defaultValue={page} />
            <FileDrop
              label={t('studio.add_file')}
              help={t('studio.add_file_help')}
              accept="*/*"
              onDone={({ id, name }) => {
                const nodeId = String(new FormData(form.current ?? undefined).get('nodeId') ?? '')
                const title = name.replace(/\.[a-z0-9]{1,5}$/i, '') || name
                void fetcher.submit({ intent: 'added', objectId: id, title, nodeId }, { method: 'post' })
              }}
            />
            <Grid cells="large">
              <TextInput
                name="url"
                type="url"
                label={t('studio.address')}
                placeholder="https://"
                maxLength={2000}
                error={errors.url}
              />
              <TextInput name="title" label={t('studio.title')} maxLength={300} error={errors.title} />
            </Grid>
            <Row>
              <Button type="submit" name="intent" value="added" loading={fetcher.state !== 'idle'}>
                {t('studio.add_link')}
              </Button>
            </Row>
          </Stack>
        </fetcher.Form>
      </Card>
    </Section>
  )
}
