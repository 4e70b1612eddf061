import type { PackageBlock, PackageQuestion, PackageQuiz } from '../course-package.ts'
import type { LinkResolver } from '../markup/links.ts'
import { childElement, childElements, descendants, lineOf, type MarkupElement } from '../markup/markup.ts'
import type { PackageReading, SourceItem } from '../package-reading.ts'
import { readQtiItem } from './qti-item.ts'
import { materialHtml, metadataOf } from './qti-material.ts'

type ReadAssessment = {
  title: string | null
  quiz: PackageQuiz | null
  /** Items that are no questions: texts and tasks nobody here can mark. */
  blocks: PackageBlock[]
}

/** Finds the question bank a section draws from. */
type FindBank = (id: string) => Promise<MarkupElement | null>

/** Reads an assessment or a question bank (`objectbank`) of a QTI 1.2 document. */
export async function readAssessment(
  document: MarkupElement,
  source: SourceItem,
  reading: PackageReading,
  resolve: LinkResolver,
  findBank: FindBank,
): Promise<ReadAssessment> {
  const root = ['assessment', 'objectbank'].includes(document.name)
    ? document
    : (descendants(document).find((child) => child.name === 'assessment' || child.name === 'objectbank') ??
      document)
  const metadata = metadataOf(root)
  const items: { item: MarkupElement; points: number | null }[] = []
  await collect(root, null, items, source, reading, findBank, new Set())

  const questions: PackageQuestion[] = []
  const blocks: PackageBlock[] = []
  let shuffle = false
  for (const { item, points } of items) {
    reading.countItem()
    if (questions.length % 50 === 49) await reading.pause()
    const read = readQtiItem(item, points, source.node ?? '', reading, resolve)
    questions.push(...read.questions)
    blocks.push(...read.blocks)
    shuffle ||= read.shuffle
  }
  const title = root.attrs.title?.trim() || metadata.get('bank_title') || metadata.get('cc_title') || null
  const intro = ['presentation_material', 'objectives', 'rubric']
    .map((name) => materialHtml(childElement(root, name)))
    .join('')
  const introHtml = reading.cleanBody(intro, resolve, source).html || null
  const attempts = Number.parseInt(metadata.get('cc_maxattempts') ?? '', 10)
  const minutes = Number.parseFloat(metadata.get('qmd_timelimit') ?? '')
  const quiz: PackageQuiz = {
    sourceId: `${source.node ?? source.id}/quiz`,
    title: title ?? source.title ?? '',
    introHtml,
    maxAttempts: attempts > 0 ? attempts : null,
    timeLimitMinutes: minutes > 0 ? Math.ceil(minutes) : null,
    passPercent: null,
    shuffle,
    required: !/practice|survey/i.test(metadata.get('qmd_assessmenttype') ?? ''),
    questions,
  }
  return { title, quiz: questions.length === 0 ? null : quiz, blocks }
}

/** All items in order. Sections that draw some of their items at random give all of them. */
async function collect(
  parent: MarkupElement,
  points: number | null,
  into: { item: MarkupElement; points: number | null }[],
  source: SourceItem,
  reading: PackageReading,
  findBank: FindBank,
  openBanks: Set<string>,
): Promise<void> {
  for (const child of childElements(parent)) {
    if (child.name === 'item') into.push({ item: child, points })
    if (child.name !== 'section') continue
    const selection = childElement(childElement(child, 'selection_ordering'), 'selection')
    const drawn = Number.parseInt(lineOf(childElement(selection, 'selection_number')), 10)
    const each = Number.parseFloat(
      lineOf(childElement(childElement(selection, 'selection_extension'), 'points_per_item')),
    )
    const sectionPoints = Number.isFinite(each) ? each : points
    const bankId = lineOf(childElement(selection, 'sourcebank_ref'))
    const before = into.length
    await collect(child, sectionPoints, into, source, reading, findBank, openBanks)
    const section: SourceItem = {
      kind: 'section',
      id: child.attrs.ident ?? 'section',
      title: child.attrs.title ?? null,
      node: source.node,
    }
    if (bankId !== '' && !openBanks.has(bankId)) {
      const bank = await findBank(bankId)
      if (bank === null) {
        reading.note(section, 'dropped', 'qti.bank_missing', { params: { bank: bankId } })
        continue
      }
      openBanks.add(bankId)
      const root =
        bank.name === 'objectbank'
          ? bank
          : (descendants(bank).find((found) => found.name === 'objectbank') ?? bank)
      await collect(root, sectionPoints, into, source, reading, findBank, openBanks)
      openBanks.delete(bankId)
    }
    const available = into.length - before
    if (drawn > 0 && drawn < available) {
      reading.note(section, 'converted', 'qti.all_of_group', { params: { drawn, available } })
    }
  }
}
