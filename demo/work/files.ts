import { PDFDocument, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import writeXlsxFile from 'write-excel-file/node'
import { type Random, whole } from '../writing/random.ts'

/** A picture of our own making: coloured bars on a ground, no words. */
export function picture(random: Random): Promise<Buffer> {
  const hue = whole(random, 0, 359)
  const bars = Array.from({ length: 9 }, (_, at) => {
    const height = whole(random, 60, 300)
    return `<rect x="${60 + at * 76}" y="${400 - height}" width="48" height="${height}" rx="4" fill="hsl(${hue} 45% ${35 + at * 4}%)"/>`
  })
  const ground = `<rect width="800" height="450" fill="hsl(${hue} 30% 94%)"/><circle cx="${whole(random, 520, 720)}" cy="110" r="60" fill="hsl(${(hue + 40) % 360} 60% 80%)"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450">${ground}${bars.join('')}<rect y="400" width="800" height="50" fill="hsl(${hue} 25% 82%)"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** A workbook with the rows of a table. */
export function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cells = rows.map((row, at) =>
    row.map((value) => ({ value, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) })),
  )
  return writeXlsxFile(cells, {
    columns: [{ width: 24 }, { width: 14 }, { width: 14 }, { width: 14 }],
  }).toBuffer()
}

/**
 * A record that somebody asked for, with what must be covered first: invented contact numbers. In Latin letters, because a PDF
 * whose Chinese letters everybody sees needs a font of its own.
 */
export async function allocationRecord(): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const [font, bold] = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ]
  const page = pdf.addPage([595, 842])
  const lines = [
    ['No.', 'Care centre', 'Amount (yuan)', 'Contact'],
    ['1', 'Community centre A', '120000', '13800000001'],
    ['2', 'Community centre B', '96000', '13800000002'],
    ['3', 'Community centre C', '84500', '13800000003'],
  ]
  page.drawText('Allocation of care subsidies (simulated)', { x: 60, y: 760, size: 18, font: bold })
  for (const [row, cells] of lines.entries())
    for (const [column, text] of cells.entries())
      page.drawText(text, {
        x: [60, 110, 270, 400][column] ?? 60,
        y: 710 - row * 30,
        size: 12,
        font: row === 0 ? bold : font,
      })
  return Buffer.from(await pdf.save())
}
