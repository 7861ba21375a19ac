import { BlockList, isIP, isIPv6 } from 'node:net'

/** Addresses that a request from inside must not reach: loopback, private, link-local, shared, test, multicast. Source: RFC 6890. */
const own = new BlockList()
for (const [net, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
] as const)
  own.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const)
  own.addSubnet(net, prefix, 'ipv6')

export function isOwnAddress(ip: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped) return own.check(mapped, 'ipv4')
  // An IPv4 address in IPv6 clothes that the URL parser has written in hexadecimal.
  if (/^::ffff:/i.test(ip)) return true
  return own.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4')
}

/** Names and literal addresses of the own network; a name that only DNS unmasks is caught when it is asked. */
export function isOwnHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (isIP(bare)) return isOwnAddress(bare)
  return !bare.includes('.') || /\.(?:local|localhost|internal|intranet|lan|home|corp)$/i.test(bare)
}
