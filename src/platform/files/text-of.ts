/** Text of a file for checks and search; '' where there is none or it cannot be read. Unit: at most 500,000 characters. */
export async function textOfBytes(mediaType: string, bytes: Buffer): Promise<string> {
  try {
    return (await read(mediaType, bytes)).slice(0, 500_000)
  } catch {
    // A damaged document is still a file that may be published; the person who uploads it sees it.
    return ''
  }
}

async function read(mediaType: string, bytes: Buffer): Promise<string> {
  if (mediaType.startsWith('text/')) return bytes.toString('utf8')
  if (mediaType === 'application/pdf') {
    const { extractText, getDocumentProxy } = await import('unpdf')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
    return text
  }
  if (mediaType.endsWith('wordprocessingml.document')) {
    const { default: mammoth } = await import('mammoth')
    return (await mammoth.extractRawText({ buffer: bytes })).value
  }
  if (mediaType.endsWith('spreadsheetml.sheet')) {
    const { default: readSheets } = await import('read-excel-file/node')
    const sheets = await readSheets(bytes)
    return sheets
      .map(({ data }) => data.map((row) => row.map((cell) => String(cell ?? '')).join('\t')).join('\n'))
      .join('\n')
  }
  return ''
}
