/** Test data: files that are large, long, or lie. */

const mebibyte = 1024 * 1024

/** A video of so many MiB as it comes from the network. */
export function* mp4Of(mebibytes: number): Generator<Buffer> {
  yield Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex')
  for (let piece = 0; piece < mebibytes * 16; piece++) yield Buffer.alloc(mebibyte / 16, piece % 251)
}

export const exifOf = () => ({
  IFD0: { Make: 'Secret Camera', Artist: 'Secret Camera' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1' },
})

/** A PDF of plain pages, each with one line. */
export function pdfOf(pages: number): Buffer {
  const objects: string[] = [
    '',
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const kids: string[] = []
  for (let page = 1; page <= pages; page++) {
    const content = `BT /F1 12 Tf 50 700 Td (page ${page} of the plan) Tj ET`
    const contentNumber = objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`) - 1
    const resources = '<</Font<</F1 3 0 R>>>>'
    const number = objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources${resources}/Contents ${contentNumber} 0 R>>`,
    )
    kids.push(`${number - 1} 0 R`)
  }
  objects[2] = `<</Type/Pages/Count ${pages}/Kids[${kids.join(' ')}]>>`
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, number) => {
    const offset = out.length
    if (number) out += `${number} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const head = `xref\n0 ${objects.length}\n0000000000 65535 f \n${table.join('')}`
  return Buffer.from(
    `${out}${head}trailer<</Size ${objects.length}/Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF\n`,
    'latin1',
  )
}

/** The same archive, its directory giving another expanded size. */
export function zipThatLies(zip: Buffer, truth: number, claim: number): Buffer {
  const changed = Buffer.from(zip)
  const real = Buffer.alloc(4)
  real.writeUInt32LE(truth)
  for (let at = changed.indexOf(real); at !== -1; at = changed.indexOf(real, at + 4))
    changed.writeUInt32LE(claim, at)
  return changed
}
