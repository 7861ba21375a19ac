import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Table as DocxTable,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { cellText, type ReportDocument, type Table } from './document.ts'

/** GB/T 9704-2012: A4, margins 37/26/35/28 mm, body 三号 仿宋 at fixed 28 pt. Source: rules.md 6. Units: half points, twips. */
const bodySize = 32
const titleSize = 44
const tableSize = 21
const pageNumberSize = 28
const lineTwips = 28 * 20
const indentTwips = 2 * 16 * 20
const page = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(37),
    right: convertMillimetersToTwip(26),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
  },
}
/** Between the margins of the page. */
const textWidth = Math.round(((210 - 26 - 28) / 25.4) * 1440)
const cellEdge = 60

export function asDocx({ title, notes, sections }: ReportDocument): Promise<Buffer> {
  const children = [
    paragraph(title, { size: titleSize, font: '方正小标宋简体', center: true, after: lineTwips }),
    ...notes.map((note) => paragraph(note, { size: tableSize })),
    ...sections.flatMap(({ heading, paragraphs, tables }) => [
      paragraph(heading, { font: '黑体', indent: true, keepNext: true }),
      ...paragraphs.map((text) => paragraph(text, { indent: true })),
      ...tables.flatMap((table) => [
        paragraph(table.caption, { font: '黑体', center: true, keepNext: true }),
        tableOf(table),
      ]),
    ]),
  ]
  const footers = { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) }
  return Packer.toBuffer(
    new Document({
      title,
      evenAndOddHeaderAndFooters: true,
      sections: [{ properties: { page }, footers, children }],
    }),
  )
}

/** 四号 宋体 between dashes, outside: odd pages right, even ones left, one character from the edge. Source: GB/T 9704-2012, 7.5. */
function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const edge = pageNumberSize * 10
  const children = ['— ', PageNumber.CURRENT, ' —']
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: edge, right: edge },
        children: [new TextRun({ children, size: pageNumberSize, font: '宋体' })],
      }),
    ],
  })
}

type Manner = {
  size?: number
  font?: string
  center?: boolean
  indent?: boolean
  keepNext?: boolean
  /** Unit: twips. */
  after?: number
}
function paragraph(
  text: string,
  { size = bodySize, font = '仿宋', center = false, indent = false, keepNext = false, after = 0 }: Manner,
): Paragraph {
  return new Paragraph({
    alignment: center ? AlignmentType.CENTER : AlignmentType.LEFT,
    keepNext,
    spacing: size === tableSize ? { after } : { line: lineTwips, lineRule: 'exact', after },
    indent: indent ? { firstLine: indentTwips } : {},
    children: [
      new TextRun({
        text,
        size,
        font: { eastAsia: font, ascii: 'Times New Roman', hAnsi: 'Times New Roman' },
      }),
    ],
  })
}

/** Fixed columns, so that no table grows beyond the page: names get what the figures leave. */
function tableOf({ head, rows }: Table): DocxTable {
  const widths = columnWidths(head.length)
  const row = (cells: readonly string[], tableHeader = false) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map(
        (text, column) =>
          new TableCell({
            width: { size: widths[column] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            margins: { left: cellEdge, right: cellEdge },
            children: [
              paragraph(text, {
                size: tableSize,
                font: tableHeader ? '黑体' : '仿宋',
                center: tableHeader || column > 0,
              }),
            ],
          }),
      ),
    })
  const lines = rows.map(({ name, level = 0, cells }) =>
    row([`${'　'.repeat(level)}${name}`, ...cells.map(cellText)]),
  )
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    rows: [row(head, true), ...lines],
  })
}

function columnWidths(columns: number): number[] {
  const figure = Math.floor(Math.min(textWidth / 5, (textWidth * 0.7) / Math.max(1, columns - 1)))
  return [textWidth - figure * (columns - 1), ...Array.from({ length: columns - 1 }, () => figure)]
}
