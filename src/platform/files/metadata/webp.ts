const headBytes = 12
const metadata = new Set(['EXIF', 'XMP '])
/** Bits of the VP8X flags that announce them. Source: WebP container specification. */
const announced = 0b0000_1100

export function webpWithoutMetadata(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  let at = headBytes
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    const kind = bytes.toString('latin1', at, at + 4)
    if (!metadata.has(kind))
      pieces.push(kind === 'VP8X' ? unannounced(bytes.subarray(at, end)) : bytes.subarray(at, end))
    at = end
  }
  const head = Buffer.from(bytes.subarray(0, headBytes))
  head.writeUInt32LE(
    pieces.reduce((sum, piece) => sum + piece.length, 4),
    4,
  )
  return Buffer.concat([head, ...pieces])
}

function unannounced(chunk: Buffer): Buffer {
  const changed = Buffer.from(chunk)
  changed[8] = (changed[8] ?? 0) & ~announced
  return changed
}
