import { formText } from '~/lib/form.ts'

/** The nouns an organization may call by words of its own. */
export const nouns = ['course', 'module', 'lesson', 'learner', 'teacher', 'certificate'] as const
export type Noun = (typeof nouns)[number]

/** The words of a sent form; a noun with nothing written keeps its usual word. */
export function termsOf(form: FormData): Partial<Record<Noun, { singular: string; plural: string }>> {
  const terms: Partial<Record<Noun, { singular: string; plural: string }>> = {}
  for (const noun of nouns) {
    const word = {
      singular: formText(form, `term:${noun}:singular`),
      plural: formText(form, `term:${noun}:plural`),
    }
    if (word.singular || word.plural) terms[noun] = word
  }
  return terms
}
