import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Table as DocxTable,
  Packer,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { cellText, type ReportDocument, type Table } from './document.ts'

/** GB/T 9704-2012: A4, margins 37/26/35/28 mm, body 三号 仿宋 at fixed 28 pt. Source: rules.md 6. Units: half points, twips. */
const bodySize = 32
const titleSize = 44
const tableSize = 21
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

export function asDocx({ title, notes, sections }: ReportDocument): Promise<Buffer> {
  const children = [
    paragraph(title, { size: titleSize, font: '方正小标宋简体', center: true }),
    ...notes.map((note) => paragraph(note, { size: tableSize })),
    ...sections.flatMap(({ heading, paragraphs, tables }) => [
      paragraph(heading, { font: '黑体', indent: true }),
      ...paragraphs.map((text) => paragraph(text, { indent: true })),
      ...tables.flatMap((table) => [
        paragraph(table.caption, { font: '黑体', center: true }),
        tableOf(table),
      ]),
    ]),
  ]
  return Packer.toBuffer(new Document({ title, sections: [{ properties: { page }, children }] }))
}

function paragraph(
  text: string,
  {
    size = bodySize,
    font = '仿宋',
    center = false,
    indent = false,
  }: { size?: number; font?: string; center?: boolean; indent?: boolean },
): Paragraph {
  return new Paragraph({
    alignment: center ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: size === tableSize ? {} : { line: lineTwips, lineRule: 'exact' },
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

function tableOf({ head, rows }: Table): DocxTable {
  const row = (cells: readonly string[], tableHeader = false) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((text) => new TableCell({ children: [paragraph(text, { size: tableSize })] })),
    })
  const lines = rows.map(({ name, level = 0, cells }) =>
    row([`${'　'.repeat(level)}${name}`, ...cells.map(cellText)]),
  )
  return new DocxTable({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...lines],
  })
}
