/** A text field of a sent form, trimmed; empty when it is absent or a file. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** The same, null when nothing was written. */
export function formTextOrNull(form: FormData, name: string): string | null {
  return formText(form, name) || null
}

/** A secret exactly as it was typed. */
export function formSecret(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
