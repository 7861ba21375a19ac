/** Markers of ITU-T T.81 annex B that this file must know. */
const marker = {
  startOfScan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
}
/** JFIF, colour profile, Adobe's colour transform: without them the picture looks different. */
const kept = new Set([marker.app0, marker.app2, marker.app14])
const orientationTag = 0x0112

/** Drops application segments and comments before the picture data; a turned picture keeps a note of its orientation and nothing else. */
export function jpegWithoutMetadata(bytes: Buffer): Buffer {
  const pieces = [bytes.subarray(0, 2)]
  let at = 2
  let orientation = 1
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== marker.startOfScan) {
    const kind = bytes[at + 1] ?? 0
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, end)
    if (kind === marker.app1) orientation = orientationIn(segment) ?? orientation
    if (!isMetadata(kind)) pieces.push(segment)
    at = end
  }
  if (orientation !== 1) pieces.splice(1, 0, orientationSegment(orientation))
  return Buffer.concat([...pieces, bytes.subarray(at)])
}

function isMetadata(kind: number): boolean {
  if (kind === marker.comment) return true
  return kind >= marker.app0 && kind <= marker.app15 && !kept.has(kind)
}

/** Exif 2.32 section 4.6: a TIFF header, then directory entries of 12 bytes. */
function orientationIn(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || segment.length < 20) return undefined
  const tiff = segment.subarray(10)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) === orientationTag) return short(at + 8)
  }
  return undefined
}

function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const head = Buffer.from([0xff, marker.app1, 0, 0])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
