/** Shares three of its smallest hashes with a text: twenty chances, so that texts half alike nearly always meet. */
const bands = 20
const rowsPerBand = 3
/** Said in nearly every request; two requests are not alike because of it. */
const boilerplate =
  /申请|请求|公开|政府信息|贵单位|贵局|贵机关|您好|你好|谢谢|关于|有关|相关|希望|依据|根据|条例|提供/gu

/** Pairs of neighbouring signs; what every request says is left out. */
export function pairsOf(text: string): Set<string> {
  const signs = [...text.replace(boilerplate, ' ').replace(/[^\p{L}\p{N}]/gu, '')]
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}

/** Jaccard index of two sets. */
export function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = one.intersection(other as Set<string>).size
  return both === 0 ? 0 : both / (one.size + other.size - both)
}

/** MinHash in bands: texts that share a number are worth comparing, so that nobody compares with every case. Empty for a text without words. */
export function likenessBands(text: string): number[] {
  const hashes = [...pairsOf(text)].map(hashOf)
  if (hashes.length === 0) return []
  return Array.from({ length: bands }, (_, band) => {
    let mixed = band + 1
    for (let row = 0; row < rowsPerBand; row += 1)
      mixed = Math.imul(mixed ^ smallest(hashes, band * rowsPerBand + row), 0x01000193)
    return mixed | 0
  })
}

function smallest(hashes: readonly number[], seed: number): number {
  const mask = Math.imul(seed + 1, 0x9e3779b1)
  let least = 0xffffffff
  for (const hash of hashes) {
    const mixed = Math.imul(hash ^ mask, 0x85ebca6b)
    const value = (mixed ^ (mixed >>> 15)) >>> 0
    if (value < least) least = value
  }
  return least
}

/** FNV-1a over the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
