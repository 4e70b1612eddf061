import { defineMessages } from '../../platform/messages.ts'
import { germanRefusals, germanReport } from './messages.de.ts'
import { refusalSentences, reportSentences } from './packages/messages.ts'

/** What the import adds to the reader's report: files that were to be stored, modules that would be empty. */
const importSentences = {
  'file.left_out': 'No page uses the file {path}, so it was left out.',
  'file.on_hidden_page': 'No page uses the file {path}; it stands on a hidden page under “Other material”.',
  'file.refused': 'The file {path} cannot be stored ({reason}). Links to it became plain text.',
  'file.too_large':
    'The file {path} is larger than the {limit} bytes allowed. Links to it became plain text.',
  'file.type_mismatch':
    'The file {path} calls itself {declared}, but its contents are {found}. Links to it became plain text.',
  'outline.all_hidden':
    'Everything was unpublished in the source. Here the course itself waits to be published, so its parts are shown.',
  'outline.nothing_to_show': 'There is nothing in this module for learners to read yet, so it is hidden.',
} as const

const problemSentences = {
  'imports.gave_up':
    'The import was begun {attempts} times and never came to its end. Try a smaller package.',
  'imports.package_gone': 'The package is no longer there. Upload it again.',
  'imports.unexpected':
    'Something went wrong on our side while importing. Try again; if it happens again, tell an administrator.',
} as const

export type ImportCode = keyof typeof importSentences
export type ProblemCode = keyof typeof problemSentences

/** Lines of a fidelity report, by code. */
export const reportMessage = defineMessages({
  en: { ...reportSentences, ...importSentences },
  de: {
    ...germanReport,
    'file.left_out': 'Keine Seite verwendet die Datei {path}, deshalb wurde sie weggelassen.',
    'file.on_hidden_page':
      'Keine Seite verwendet die Datei {path}; sie steht auf einer verborgenen Seite unter „Other material“.',
    'file.refused':
      'Die Datei {path} kann nicht gespeichert werden ({reason}). Verweise auf sie wurden zu einfachem Text.',
    'file.too_large':
      'Die Datei {path} ist größer als die erlaubten {limit} Bytes. Verweise auf sie wurden zu einfachem Text.',
    'file.type_mismatch':
      'Die Datei {path} nennt sich {declared}, ihr Inhalt ist aber {found}. Verweise auf sie wurden zu einfachem Text.',
    'outline.all_hidden':
      'In der Quelle war alles unveröffentlicht. Hier wartet der Kurs selbst auf die Veröffentlichung; seine Teile sind zu sehen.',
    'outline.nothing_to_show':
      'In diesem Modul gibt es für Lernende noch nichts zu lesen, deshalb ist es verborgen.',
  },
})

/** Why an import came to nothing, by code. */
export const problemMessage = defineMessages({
  en: { ...refusalSentences, ...problemSentences },
  de: {
    ...germanRefusals,
    'imports.gave_up':
      'Der Import wurde {attempts}-mal begonnen und kam nie ans Ende. Versuchen Sie es mit einem kleineren Paket.',
    'imports.package_gone': 'Das Paket ist nicht mehr da. Laden Sie es noch einmal hoch.',
    'imports.unexpected':
      'Beim Import ging auf unserer Seite etwas schief. Versuchen Sie es noch einmal; geschieht es wieder, sagen Sie es der Verwaltung.',
  },
})

/** Notices to whoever began an import. */
export const noticeMessage = defineMessages({
  en: {
    done_title: '“{title}” is here',
    done: 'The course was imported: {kept, plural, one {# item} other {# items}} kept, {dropped, plural, =0 {nothing left out} one {# item left out} other {# items left out}}.',
    failed_title: '“{fileName}” could not be imported',
  },
  de: {
    done_title: '„{title}“ ist da',
    done: 'Der Kurs wurde importiert: {kept, plural, one {# Teil} other {# Teile}} übernommen, {dropped, plural, =0 {nichts weggelassen} one {# Teil weggelassen} other {# Teile weggelassen}}.',
    failed_title: '„{fileName}“ konnte nicht importiert werden',
  },
})

type Params = Record<string, string | number | boolean | null>

const text = (params: Params) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value ?? '')]))

/** The sentence of a report line, in the reader's language. */
export const lineText = (locale: string, code: string, params: Params): string =>
  code in reportSentences || code in importSentences
    ? reportMessage(locale, code as keyof typeof reportSentences | ImportCode, text(params))
    : code

/** Why an import came to nothing, in the reader's language; problems of other modules keep their English sentence. */
export const problemText = (
  locale: string,
  problem: { code: string; message: string; params: Params },
): string =>
  problem.code in refusalSentences || problem.code in problemSentences
    ? problemMessage(
        locale,
        problem.code as keyof typeof refusalSentences | ProblemCode,
        text(problem.params),
      )
    : problem.message
