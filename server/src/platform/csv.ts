/**
 * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula is made text with an
 * apostrophe, so that an export cannot run anything (OWASP, CSV injection).
 */
export function csv(cells: unknown[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) && typeof value !== 'number' ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
