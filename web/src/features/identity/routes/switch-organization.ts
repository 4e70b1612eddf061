import { redirect } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext } from '~/lib/context.ts'
import { formText } from '~/lib/form.ts'
import { localPath } from '~/lib/local-path.ts'
import type { Route } from './+types/switch-organization.ts'

/** Looks at another organization of the person from now on. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  unwrap(
    await context.get(apiContext).PUT('/api/v1/identity/sessions/current/organization', {
      body: { slug: formText(form, 'organization') },
    }),
  )
  return redirect(startOf(localPath(form.get('next'), '/learn')))
}

/** The page of a thing in one organization is not there in another; its area is. */
function startOf(path: string): string {
  return `/${path.split(/[/?#]/)[1] ?? ''}`
}

export function loader() {
  return redirect('/')
}
