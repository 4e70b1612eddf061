import { type Static, Type } from 'typebox'

/** The nouns an organization may call by words of its own. */
export const renamable = ['course', 'lesson', 'module', 'learner', 'teacher', 'certificate'] as const
export type Renamable = (typeof renamable)[number]

const Word = Type.String({ minLength: 1, maxLength: 40, pattern: '^\\S(.*\\S)?$' })
const Words = Type.Object({ singular: Word, plural: Word }, { additionalProperties: false })

/** An organization's own words; a noun that is absent keeps its usual word. */
export const Terminology = Type.Object(
  Object.fromEntries(renamable.map((noun) => [noun, Type.Optional(Words)])) as Record<
    Renamable,
    ReturnType<typeof Type.Optional<typeof Words>>
  >,
  { additionalProperties: false },
)
export type Terminology = Static<typeof Terminology>
