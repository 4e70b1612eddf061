import { Form, useNavigate, useNavigation, useSearchParams } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { fieldErrors, type Problem } from '~/lib/problem.ts'
import { Button, LinkButton } from '~/ui/button.tsx'
import { Dialog, DialogActions } from '~/ui/dialog.tsx'
import { Textarea, TextInput } from '~/ui/field.tsx'
import { FormErrors } from '~/ui/form-errors.tsx'
import { Stack } from '~/ui/layout.tsx'
import type { Resource } from '../shapes.ts'
import type { PageName } from './resource-list.tsx'
import { ResourcePlace } from './resource-place.tsx'

/** What a file or link is called, what is said about it, and where it is shown. */
export function EditResource({
  resource,
  pages,
  problem,
}: {
  resource: Resource
  pages: PageName[]
  problem: Problem | null
}) {
  const t = useMessages()
  const navigate = useNavigate()
  const { state } = useNavigation()
  const [search] = useSearchParams()
  const rest = new URLSearchParams(search)
  rest.delete('edit')
  const closed = `?${rest}`
  const errors = fieldErrors(problem)
  return (
    <Dialog
      opened
      onClose={() => void navigate(closed, { preventScrollReset: true })}
      title={t('studio.edit_title')}
    >
      <Form method="post" preventScrollReset>
        <input type="hidden" name="id" value={resource.id} />
        <Stack>
          <FormErrors problem={problem} />
          <TextInput
            name="title"
            label={t('studio.title')}
            required
            maxLength={300}
            defaultValue={resource.title}
            error={errors.title}
            data-autofocus
          />
          <Textarea
            name="description"
            label={t('studio.description')}
            maxLength={2000}
            rows={3}
            defaultValue={resource.description ?? ''}
            error={errors.description}
          />
          <ResourcePlace pages={pages} defaultValue={resource.nodeId ?? ''} />
        </Stack>
        <DialogActions>
          <LinkButton to={closed} preventScrollReset>
            {t('ui.cancel')}
          </LinkButton>
          <Button
            type="submit"
            variant="primary"
            name="intent"
            value="changed"
            loading={state === 'submitting'}
          >
            {t('studio.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
