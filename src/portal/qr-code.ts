import { toString as drawn } from 'qrcode'
import type { Platform } from '#platform'
import { type Agency, readAgency } from '#site'
import { findPublished } from './store.ts'

/** The agency's addresses on other channels that may be shown as a QR code. */
export const qrChannels = { weibo: '政务微博', wechat: '政务微信' } as const
export type QrChannel = keyof typeof qrChannels

export const qrAddress = (agency: Agency, channel: QrChannel) =>
  channel === 'weibo' ? agency.weiboUrl : agency.wechatUrl

/** An SVG of the configured address; undefined when none is configured. */
export async function qrCode({ db }: Platform, channel: QrChannel): Promise<string | undefined> {
  const address = qrAddress(await readAgency(db), channel)
  return address ? drawing(address) : undefined
}

/** The address of a public item, for a telephone; undefined when there is no such item. */
export async function articleQrCode({ db, config }: Platform, id: number): Promise<string | undefined> {
  const item = await findPublished(db, id)
  return item && drawing(new URL(`/articles/${id}`, config.publicUrl).href)
}

const drawing = (address: string) => drawn(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
