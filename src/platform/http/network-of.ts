/** Whom a limit counts: an IPv4 address, or the /64 that a household has of IPv6. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail] = address.split('::')
  const groups = (text: string) => (text ? text.split(':') : [])
  const left = groups(head)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - groups(tail).length)
  return [...left, ...Array(zeros).fill('0'), ...groups(tail ?? '')].slice(0, 4).join(':')
}
