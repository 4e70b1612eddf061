import type { PackageBlock, PackageOption, PackageQuestion } from '../course-package.ts'
import type { LinkResolver } from '../markup/links.ts'
import {
  childElement,
  childElements,
  escapeText,
  find,
  findAll,
  lineOf,
  type MarkupElement,
} from '../markup/markup.ts'
import { contentWords, type ReportCode } from '../messages.ts'
import type { PackageReading, SourceItem } from '../package-reading.ts'
import { readCalculated } from './qti-calculated.ts'
import { materialHtml, metadataOf, responsesOf } from './qti-material.ts'
import {
  type Alternative,
  acceptedAnswers,
  type Condition,
  conditionsOf,
  correctOptions,
  numericAnswers,
  wantedValues,
} from './qti-scoring.ts'

type ReadQtiItem = { questions: PackageQuestion[]; blocks: PackageBlock[]; shuffle: boolean }

/** Reads one QTI 1.2 item, as Common Cartridge profiles and Canvas write them, and notes what became of it. */
export function readQtiItem(
  item: MarkupElement,
  groupPoints: number | null,
  node: string,
  reading: PackageReading,
  resolve: LinkResolver,
): ReadQtiItem {
  return new ItemReader(item, groupPoints, node, reading, resolve).read()
}

/** What makes a question right, besides its prompt. */
type Marking = Pick<
  PackageQuestion,
  'type' | 'options' | 'numeric' | 'numericAlternatives' | 'answers' | 'caseSensitive'
>

const noMarking = { options: [], numeric: null, numericAlternatives: [], answers: [], caseSensitive: false }
const gap = '____'
/** Fields of one item, and by the score conditions on them: beyond this it is no question any more. */
const most = 100

class ItemReader {
  readonly #id: string
  readonly #item: MarkupElement
  readonly #source: SourceItem
  readonly #reading: PackageReading
  readonly #resolve: LinkResolver
  readonly #type: string
  readonly #points: number
  readonly #conditions: Condition[]
  readonly #presentation: MarkupElement
  readonly #feedback = new Map<string, string>()
  readonly #hints: string[]

  constructor(
    item: MarkupElement,
    groupPoints: number | null,
    node: string,
    reading: PackageReading,
    resolve: LinkResolver,
  ) {
    const metadata = metadataOf(item)
    this.#item = item
    this.#id = item.attrs.ident ?? 'item'
    this.#reading = reading
    this.#resolve = resolve
    const title = item.attrs.title?.trim() || null
    this.#source = { kind: 'question', id: this.#id, title, node }
    this.#type = (
      metadata.get('question_type') ??
      metadata.get('cc_profile') ??
      metadata.get('qmd_itemtype') ??
      ''
    ).toLowerCase()
    const stated = Number.parseFloat(
      metadata.get('points_possible') ?? metadata.get('cc_weighting') ?? metadata.get('qmd_weighting') ?? '',
    )
    this.#points = Math.max(0, groupPoints ?? (Number.isFinite(stated) ? stated : 1))
    this.#conditions = conditionsOf(item)
    this.#presentation = childElement(item, 'presentation') ?? {
      name: 'presentation',
      attrs: {},
      children: [],
    }
    for (const feedback of childElements(item, 'itemfeedback')) {
      this.#feedback.set(feedback.attrs.ident ?? '', this.#html(materialHtml(feedback)))
    }
    this.#hints = findAll(item, 'hintmaterial')
      .map((hint) => this.#line(materialHtml(hint)))
      .filter((hint) => hint !== '')
  }

  read(): ReadQtiItem {
    const responses = responsesOf(this.#presentation)
    const calculated = readCalculated(this.#item)
    if (calculated !== null) return this.#calculated(calculated)
    if (/text_only/.test(this.#type) || (responses.length === 0 && !/upload|essay/.test(this.#type)))
      return this.#textOnly()
    if (responses.length > most || this.#conditions.length > 20 * most)
      return this.#exercise('qti.unsupported')
    if (/essay|extended/.test(this.#type)) return this.#exercise('qti.essay')
    if (/file_upload/.test(this.#type)) return this.#exercise('qti.file_upload')

    const questions: PackageQuestion[] = []
    const several = responses.length > 1
    let lost: ReportCode | null = null
    responses.forEach((response, index) => {
      const marking = this.#marking(response, several)
      if ('reason' in marking) {
        lost = marking.reason
        return
      }
      questions.push({
        sourceId: several ? `${this.#id}#${index + 1}` : this.#id,
        ...marking,
        promptHtml: this.#prompt(responses, index) || `<p>${escapeText(this.#source.title ?? '')}</p>`,
        points: this.#points / responses.length,
        hints: this.#hints,
        explanationHtml: this.#explanation(marking),
      })
    })
    if (questions.length === 0) return this.#exercise(lost ?? 'qti.unsupported')
    if (lost !== null)
      this.#note('converted', 'qti.partly', {
        questions: questions.length,
        lost: responses.length - questions.length,
      })
    else if (several) this.#note('converted', 'qti.split', { questions: questions.length })
    else if (this.#uses(responses[0], 'contains')) this.#note('converted', 'qti.pattern_as_answer')
    else this.#note('imported', 'item.imported')
    return {
      questions,
      blocks: [],
      shuffle: findAll(this.#presentation, 'render_choice').some((choice) =>
        /^yes$/i.test(choice.attrs.shuffle ?? ''),
      ),
    }
  }

  #marking(response: MarkupElement, several: boolean): Marking | { reason: ReportCode } {
    switch (response.name) {
      case 'response_lid':
        return this.#choice(response, several)
      case 'response_str':
      case 'response_num':
        return this.#written(response)
      default:
        return { reason: 'qti.unsupported' }
    }
  }

  #choice(response: MarkupElement, several: boolean): Marking | { reason: ReportCode } {
    const cardinality = (response.attrs.rcardinality ?? 'Single').toLowerCase()
    if (cardinality === 'ordered') return { reason: 'qti.ordering' }
    const ident = response.attrs.ident ?? ''
    const labels = findAll(response, 'response_label')
    const isMultiple = cardinality === 'multiple'
    const correct = correctOptions(this.#conditions, ident, !isMultiple)
    const options = labels.map((label): PackageOption => {
      const key = label.attrs.ident ?? ''
      return {
        key,
        html: this.#line(materialHtml(label)),
        correct: correct.has(key),
        feedbackHtml: this.#optionFeedback(key, ident, correct.has(key)),
      }
    })
    if (/fill_in_multiple_blanks/.test(this.#type)) {
      const right = labels.filter((label) => correct.size === 0 || correct.has(label.attrs.ident ?? ''))
      const answers = right.map((label) => lineOf(label)).filter((answer) => answer !== '')
      return answers.length === 0
        ? { reason: 'qti.no_correct_answer' }
        : { ...noMarking, type: 'short_text', answers: [...new Set(answers)] }
    }
    if (options.length === 0 || options.length > 10 * most) return { reason: 'qti.unsupported' }
    // Choosing nothing can be the right answer only where several may be chosen.
    if (correct.size === 0 && !(isMultiple && this.#conditions.some(({ score }) => score > 0)))
      return { reason: 'qti.no_correct_answer' }
    const type = isMultiple ? 'multiple' : several ? 'dropdown' : 'single'
    return { ...noMarking, type, options }
  }

  #written(response: MarkupElement): Marking | { reason: ReportCode } {
    const accepted = acceptedAnswers(this.#conditions, response.attrs.ident ?? '')
    const fib = find(response, 'render_fib')
    const isNumber =
      response.name === 'response_num' ||
      /numerical|numeric/.test(this.#type) ||
      /integer|decimal|scientific/i.test(fib?.attrs.fibtype ?? '')
    if (accepted.length === 0) return { reason: 'qti.essay' }
    const numbers = numericAnswers(accepted)
    const [first, ...others] = numbers
    if (first !== undefined && (isNumber || accepted.some(({ kind }) => kind === 'range'))) {
      return { ...noMarking, type: 'numeric', numeric: first, numericAlternatives: others }
    }
    const texts = accepted
      .flatMap((answer) => (answer.kind === 'range' ? [] : [answer.value]))
      .filter((answer) => answer !== '')
    if (texts.length === 0) return { reason: 'qti.no_correct_answer' }
    const caseSensitive = accepted.every((answer) => answer.kind === 'equal' && answer.caseSensitive)
    return { ...noMarking, type: 'short_text', answers: [...new Set(texts)], caseSensitive }
  }

  /** The item's text, and which of its parts is asked for: the gap in it, or the thing to match. */
  #prompt(responses: MarkupElement[], index: number): string {
    const text = materialHtml(this.#presentation)
    if (responses.length === 1) return this.#html(text || materialHtml(responses[0]))
    const names = responses.map(
      (response) =>
        lineOf(childElement(response, 'material')) || (response.attrs.ident ?? '').replace(/^response_/, ''),
    )
    const inText = names.map((name) => `[${name}]`)
    if (inText.every((name) => text.includes(name))) {
      const shown = inText.reduce(
        (all, name, at) => all.replaceAll(name, at === index ? `<strong>${gap}</strong>` : '…'),
        text,
      )
      return this.#html(shown)
    }
    const own = materialHtml(responses[index])
    return this.#html(
      own === ''
        ? `${text}<p>${index + 1}.</p>`
        : `${text}<p><strong>${own.replace(/<\/?(p|div)\b[^<>]*>/gi, ' ')}</strong></p>`,
    )
  }

  /** Feedback of a condition that asks for nothing but this option, else the general one for right or wrong. */
  #optionFeedback(option: string, response: string, correct: boolean): string | null {
    for (const { ask, feedback, score } of this.#conditions) {
      const wanted = wantedValues(ask, response)
      if (wanted.length !== 1 || wanted[0] !== option || score !== 0) continue
      const text = feedback.flatMap((id) => this.#feedback.get(id) ?? []).join('\n')
      if (text !== '') return text
    }
    const [own] = [`${option}_fb`, correct ? 'correct_fb' : 'general_incorrect_fb'].flatMap(
      (id) => this.#feedback.get(id) || [],
    )
    return own ?? null
  }

  #explanation(marking: Marking): string | null {
    const solutions = findAll(this.#item, 'solutionmaterial').map((solution) =>
      this.#html(materialHtml(solution)),
    )
    const general = [
      'general_fb',
      'solution',
      ...(marking.options.length === 0 ? ['correct_fb'] : []),
    ].flatMap((id) => this.#feedback.get(id) || [])
    return [...new Set([...general, ...solutions])].join('\n') || null
  }

  #calculated(found: NonNullable<ReturnType<typeof readCalculated>>): ReadQtiItem {
    const text = [...found.values].reduce(
      (all, [name, value]) => all.replaceAll(`[${name}]`, value),
      materialHtml(this.#presentation),
    )
    this.#note('converted', 'qti.calculated_fixed')
    const question: PackageQuestion = {
      sourceId: this.#id,
      ...noMarking,
      type: 'numeric',
      numeric: found.answer,
      promptHtml: this.#html(text),
      points: this.#points,
      hints: this.#hints,
      explanationHtml: this.#explanation({ ...noMarking, type: 'numeric' }),
    }
    return { questions: [question], blocks: [], shuffle: false }
  }

  #textOnly(): ReadQtiItem {
    const { blocks } = this.#reading.cleanPage(materialHtml(this.#presentation), this.#resolve, this.#source)
    this.#note(blocks.length === 0 ? 'dropped' : 'converted', 'qti.text_only')
    return { questions: [], blocks, shuffle: false }
  }

  /** Nobody can mark it here, so it stays as a task to think about, with its options and model answer. */
  #exercise(code: ReportCode): ReadQtiItem {
    const responses = responsesOf(this.#presentation)
    const options = responses
      .flatMap((response) => findAll(response, 'response_label'))
      .map((label) => materialHtml(label))
      .filter((html) => html !== '')
    const list = options.length === 0 ? '' : `<ul>${options.map((html) => `<li>${html}</li>`).join('')}</ul>`
    const html = this.#html(`${materialHtml(this.#presentation)}${list}`)
    this.#note(html === '' ? 'dropped' : 'converted', code)
    if (html === '') return { questions: [], blocks: [], shuffle: false }
    const generic = this.#source.title === null || /^question$/i.test(this.#source.title)
    const block: PackageBlock = {
      type: 'exercise',
      title: generic ? contentWords.exercise : (this.#source.title ?? contentWords.exercise),
      html,
      hints: this.#hints,
      solutionHtml: this.#explanation({ ...noMarking, type: 'short_text' }),
    }
    return { questions: [], blocks: [block], shuffle: false }
  }

  #uses(response: MarkupElement | undefined, kind: Alternative['kind']): boolean {
    return (
      response !== undefined &&
      response.name !== 'response_lid' &&
      acceptedAnswers(this.#conditions, response.attrs.ident ?? '').some((answer) => answer.kind === kind)
    )
  }

  #html(html: string): string {
    return html === '' ? '' : this.#reading.cleanBody(html, this.#resolve, this.#source).html
  }

  #line(html: string): string {
    return html === '' ? '' : this.#reading.cleanLine(html, this.#resolve, this.#source).html
  }

  #note(
    outcome: 'imported' | 'converted' | 'dropped',
    code: ReportCode,
    params: Record<string, number> = {},
  ): void {
    this.#reading.note(this.#source, outcome, code, { params })
  }
}
