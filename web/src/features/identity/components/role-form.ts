import { formText, formTextOrNull } from '~/lib/form.ts'
import type { Permission } from './role-fields.tsx'

/** What a role form asks for; permissions nobody knows are left out by the API's own list. */
export function roleWish(form: FormData, known: Permission[]) {
  const asked = new Set(form.getAll('permission').map(String))
  return {
    name: formText(form, 'name'),
    description: formTextOrNull(form, 'description'),
    rank: Number(formText(form, 'rank')) || 10,
    permissions: known.map((permission) => permission.key).filter((key) => asked.has(key)),
  }
}
