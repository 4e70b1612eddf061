import type { PackageQuiz } from '../course-package.ts'
import { childElement, lineOf, type MarkupElement, textOf } from '../markup/markup.ts'
import { isUnpublished } from './canvas-modules.ts'

/** What Canvas keeps about a quiz beside its questions (`assessment_meta.xml`). */
type CanvasQuiz = {
  title: string | null
  descriptionHtml: string
  hidden: boolean
  settings: Partial<Pick<PackageQuiz, 'maxAttempts' | 'timeLimitMinutes' | 'shuffle' | 'required'>>
}

export function readCanvasQuiz(meta: MarkupElement): CanvasQuiz {
  const text = (name: string) => lineOf(childElement(meta, name))
  const attempts = Number.parseInt(text('allowed_attempts'), 10)
  const minutes = Number.parseFloat(text('time_limit'))
  const type = text('quiz_type')
  return {
    title: text('title') || null,
    descriptionHtml: textOf(childElement(meta, 'description')),
    hidden: isUnpublished(meta) || isUnpublished(childElement(meta, 'assignment')),
    settings: {
      ...(Number.isNaN(attempts) ? {} : { maxAttempts: attempts > 0 ? attempts : null }),
      ...(minutes > 0 ? { timeLimitMinutes: Math.ceil(minutes) } : {}),
      ...(text('shuffle_answers') === '' ? {} : { shuffle: text('shuffle_answers') === 'true' }),
      ...(type === '' ? {} : { required: type === 'assignment' }),
    },
  }
}
