import PDFDocument from 'pdfkit'
import QRCode from 'qrcode'
import { nearestLocale } from '../../platform/messages.ts'
import { drawLine, type Face, fitLines, type Line, setLine } from './lettering.ts'
import { say } from './messages.ts'

export type CertificateSheet = {
  number: string
  recipientName: string
  courseTitle: string
  organizationName: string
  /** PNG; the mark of the product stands in its place. */
  organizationLogo: Buffer | null
  issuedAt: Date
  /** Of the course; the sheet speaks it if we do. */
  language: string | null
  /** Where anybody can check it. */
  checkUrl: string
}

// A4 landscape in points, and the colours of the product: stone, ink, Aegean blue, terracotta.
const width = 841.89
const height = 595.28
const stone = '#faf8f4'
const line = '#dccfb9'
const lit = '#efe7d8'
const ink = '#1d1a16'
const muted = '#655e54'
const aegean = '#14507a'
const terracotta = '#bd5b31'
const middle = width / 2
const nameTop = 276

/** A certificate as a PDF of one page; the document ends by itself and is read as a stream. */
export function certificatePdf(sheet: CertificateSheet): PDFKit.PDFDocument {
  const locale = nearestLocale(sheet.language)
  const title = say(locale, 'certificate.title')
  const subject = say(locale, 'certificate.subject', { name: sheet.recipientName, course: sheet.courseTitle })
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    lang: locale,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: `${title}: ${sheet.recipientName}`,
      Author: sheet.organizationName,
      Subject: subject,
      Keywords: sheet.number,
      CreationDate: sheet.issuedAt,
    },
  })
  const page = doc.struct('Document')
  doc.addStructure(page)

  // Shapes say nothing by themselves: each stands for its text, for those who have the sheet read to them.
  const speak = (text: string, draw: () => void, tag: 'P' | 'H1' = 'P') =>
    page.add(doc.struct(tag, { actual: text, alt: text }, draw))
  const centred = (text: string, face: Face, size: number, y: number, colour: string, tag?: 'H1') =>
    speak(text, () => drawCentred(doc, [setLine(text, face, size)], y, 0, colour), tag)

  doc.markContent('Artifact', { type: 'Layout' })
  drawFrame(doc)
  if (sheet.organizationLogo) drawLogo(doc, sheet.organizationLogo)
  else drawMark(doc)
  doc.endMarkedContent()

  centred(sheet.organizationName, 'sans', 13, 138, muted)
  centred(title, 'serif', 30, 182, aegean, 'H1')
  centred(say(locale, 'certificate.says'), 'sans', 12, 226, muted)
  const name = fitLines(sheet.recipientName || '—', 'serif', {
    largest: 44,
    smallest: 16,
    width: 620,
    most: 2,
  })
  const nameEnd = nameTop + (name.lines.length - 1) * name.size * 1.15 + 18
  speak(sheet.recipientName, () => drawCentred(doc, name.lines, nameTop, name.size * 1.15, ink))
  doc.markContent('Artifact', { type: 'Layout' })
  doc
    .moveTo(middle - 60, nameEnd)
    .lineTo(middle + 60, nameEnd)
    .lineWidth(1)
    .stroke(terracotta)
  doc.endMarkedContent()
  centred(say(locale, 'certificate.did'), 'sans', 12, nameEnd + 28, muted)
  const course = fitLines(sheet.courseTitle, 'serif', {
    largest: 24,
    smallest: 11,
    width: 560,
    most: name.lines.length > 1 ? 2 : 3,
  })
  speak(sheet.courseTitle, () => drawCentred(doc, course.lines, nameEnd + 62, course.size * 1.25, ink))

  const left = 92
  const issued = say(locale, 'certificate.issued', { date: sheet.issuedAt })
  const number = say(locale, 'certificate.number', { number: sheet.number })
  speak(issued, () => drawLine(doc, setLine(issued, 'sans', 11), left, 480, ink))
  speak(number, () => drawLine(doc, setLine(number, 'sans', 11), left, 498, muted))
  const check = say(locale, 'certificate.check')
  const side = 70
  const right = width - left
  const address = sheet.checkUrl.replace(/^https?:\/\//, '')
  speak(`${check} ${sheet.checkUrl}`, () => {
    drawQr(doc, sheet.checkUrl, right - side, 438, side)
    const lines = [
      setLine(check, 'sans', 10),
      ...fitLines(address, 'sans', { largest: 9, smallest: 5, width: 330, most: 1 }).lines,
    ]
    lines.forEach((set, index) => {
      drawLine(doc, set, right - side - 14 - set.width, 480 + index * 14, index === 0 ? ink : muted)
    })
  })
  doc.link(right - side - 340, 438, side + 340, side, sheet.checkUrl)
  page.end()
  doc.end()
  return doc
}

function drawCentred(doc: PDFKit.PDFDocument, lines: Line[], top: number, leading: number, colour: string) {
  for (const [index, set] of lines.entries())
    drawLine(doc, set, middle - set.width / 2, top + index * leading, colour)
}

/** The sheet: stone and a hairline. */
function drawFrame(doc: PDFKit.PDFDocument) {
  doc.rect(0, 0, width, height).fill(stone)
  doc
    .rect(32, 32, width - 64, height - 64)
    .lineWidth(0.75)
    .stroke(line)
  doc
    .rect(38, 38, width - 76, height - 76)
    .lineWidth(0.75)
    .stroke(line)
  doc.rect(38, height - 52, width - 76, 14).fill(lit)
}

/** The logo of the organization, above its name. */
function drawLogo(doc: PDFKit.PDFDocument, logo: Buffer) {
  const box = 64
  doc.image(logo, middle - box, 56, { fit: [box * 2, box], align: 'center', valign: 'center' })
}

/** The colonnade of the mark. */
function drawMark(doc: PDFKit.PDFDocument) {
  const top = 66
  const column = 7
  const columns = 5
  const span = 74
  const start = middle - span / 2
  doc.polygon([start - 8, top + 10], [middle, top - 8], [start + span + 8, top + 10]).fill(aegean)
  for (let index = 0; index < columns; index += 1) {
    doc.rect(start + (index * (span - column)) / (columns - 1), top + 14, column, 26).fill(aegean)
  }
  doc.rect(start - 8, top + 43, span + 16, 3.5).fill(aegean)
}

/** A QR code (ISO/IEC 18004) as squares, so that it is sharp at every size. */
function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number, side: number) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const step = side / modules.size
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(x + column * step, y + row * step, step + 0.05, step + 0.05)
    }
  }
  doc.fill(ink)
}
