const signatureBytes = 8
/** Chunks that tell about the picture instead of showing it. Source: PNG specification, third edition, chapter 11. */
const metadata = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

export function pngWithoutMetadata(bytes: Buffer): Buffer {
  const pieces = [bytes.subarray(0, signatureBytes)]
  let at = signatureBytes
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (!metadata.has(kind)) pieces.push(bytes.subarray(at, end))
    at = end
    // What stands behind the end of the picture is no part of it.
    if (kind === 'IEND') return Buffer.concat(pieces)
  }
  return Buffer.concat([...pieces, bytes.subarray(at)])
}
