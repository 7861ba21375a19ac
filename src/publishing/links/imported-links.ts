/** Where files of an imported item stand: those that can be linked, and what is no address. */
export type ImportedLinks = { addresses: readonly string[]; unreadable: readonly string[] }

/**
 * Addresses in one cell, divided by semicolons, commas or blanks, or as a list. A site's own address put before a whole
 * one by mistake (`https://a.gov.cnhttps://b.gov.cn/x.doc`) is left out.
 */
export function attachmentAddresses(cell: string | readonly string[] | null): ImportedLinks {
  const parts = (typeof cell === 'string' ? cell.split(/[;；，\s]+/) : (cell ?? [])).map((part) =>
    part.trim(),
  )
  const addresses = new Set<string>()
  const unreadable: string[] = []
  for (const part of parts.filter(Boolean)) {
    const whole = part.slice(Math.max(0, part.search(/https?:\/\/(?!.*https?:\/\/)/i)))
    const fits = /^https?:\/\//i.test(whole) && URL.canParse(whole) && whole.length <= 2000
    if (fits) addresses.add(new URL(whole).href)
    else unreadable.push(part)
  }
  return { addresses: [...addresses], unreadable }
}

/** The addresses as a list at the end of the text, but for those that the text links to already. */
export function linkList(addresses: readonly string[], bodyHtml: string): string {
  const added = addresses.filter((address) => !bodyHtml.includes(`href="${escaped(address)}"`))
  if (!added.length) return ''
  const items = added.map(
    (address) => `<li><a href="${escaped(address)}">${escaped(nameOf(address))}</a></li>`,
  )
  return `<p>附件：</p><ul>${items.join('')}</ul>`
}

function nameOf(address: string): string {
  const { hostname, pathname } = new URL(address)
  const last = pathname.split('/').at(-1) || hostname
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
