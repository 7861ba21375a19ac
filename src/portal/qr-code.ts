import { toString as drawn } from 'qrcode'
import type { Platform } from '#platform'
import { type Agency, readAgency } from '#site'

/** The agency's addresses on other channels that may be shown as a QR code. */
export const qrChannels = { weibo: '政务微博', wechat: '政务微信' } as const
export type QrChannel = keyof typeof qrChannels

export const qrAddress = (agency: Agency, channel: QrChannel) =>
  channel === 'weibo' ? agency.weiboUrl : agency.wechatUrl

/** An SVG of the configured address; undefined when none is configured. */
export async function qrCode({ db }: Platform, channel: QrChannel): Promise<string | undefined> {
  const address = qrAddress(await readAgency(db), channel)
  return address ? drawn(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }) : undefined
}
