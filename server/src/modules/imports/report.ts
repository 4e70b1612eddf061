import type { FileFate } from './course-media.ts'
import type { SummaryRow } from './imports.queries.ts'
import type { ImportCode } from './messages.ts'
import type { PackageCourse } from './packages/course-package.ts'
import type { ReportLineRow } from './report.queries.ts'
import type { Visibility } from './visibility.ts'

type NewLine = Omit<ReportLineRow, 'number'>

/**
 * The fidelity report: what the reader says of each item, with what became of the files afterwards.
 * @param nodeIds source id of a node to the id it has here
 */
export function reportOf(
  course: PackageCourse,
  fates: FileFate[],
  visibility: Pick<Visibility, 'emptied' | 'wasAllHidden'>,
  nodeIds: Map<string, string>,
): NewLine[] {
  const fateOf = new Map(fates.map((fate) => [fate.path, fate]))
  const told = new Set<string>()
  const lines = course.report.map(({ nodeSourceId, ...line }): NewLine => {
    const nodeId = nodeSourceId === null ? null : (nodeIds.get(nodeSourceId) ?? null)
    const isAboutKeeping = line.code === 'file.used' || line.code === 'file.unused'
    const fate = isAboutKeeping ? fateOf.get(String(line.params.path)) : undefined
    if (!fate) return { ...line, nodeId }
    told.add(fate.path)
    return { ...line, ...outcomeOf(fate), nodeId }
  })
  const outline: NewLine[] = visibility.emptied.map((node) =>
    aboutOutline('module', node, 'outline.nothing_to_show'),
  )
  if (visibility.wasAllHidden) {
    outline.push(
      aboutOutline('course', { sourceId: course.title, title: course.title }, 'outline.all_hidden'),
    )
  }
  const untold = fates.filter(({ path }) => !told.has(path))
  return [
    ...lines,
    ...outline.map((line) => ({ ...line, nodeId: nodeIds.get(line.sourceId) ?? null })),
    ...untold.map((fate) => ({
      sourceKind: 'file',
      sourceId: fate.path,
      title: null,
      nodeId: null,
      ...outcomeOf(fate),
    })),
  ]
}

const aboutOutline = (
  sourceKind: string,
  { sourceId, title }: { sourceId: string; title: string },
  code: ImportCode,
): NewLine => ({ sourceKind, sourceId, title, outcome: 'converted', code, params: {}, nodeId: null })

const outcomeOf = ({ code, params }: FileFate) => ({
  outcome: code === 'file.on_hidden_page' ? ('converted' as const) : ('dropped' as const),
  code,
  params,
})

/** Lines counted by kind of item, the most frequent kind first. */
export function summaryOf(lines: Pick<NewLine, 'sourceKind' | 'outcome'>[]): SummaryRow[] {
  const rows = new Map<string, SummaryRow>()
  for (const { sourceKind, outcome } of lines) {
    const row = rows.get(sourceKind) ?? { kind: sourceKind, imported: 0, converted: 0, dropped: 0 }
    row[outcome] += 1
    rows.set(sourceKind, row)
  }
  const total = (row: SummaryRow) => row.imported + row.converted + row.dropped
  return [...rows.values()].sort((a, b) => total(b) - total(a) || (a.kind < b.kind ? -1 : 1))
}
