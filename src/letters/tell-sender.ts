import { z } from 'zod'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { unsealOriginal } from './sealed.ts'

/**
 * A mail that an answer is there, when the sender left an address: number and way to it, none of its words, for a mail passes
 * through other people's machines. Law: PIPL art. 51.
 */
export async function tellOfReply(tx: Tx, platform: Platform, letterId: number): Promise<void> {
  const { number, original_sealed } = await tx
    .selectFrom('letters')
    .select(['number', 'original_sealed'])
    .where('id', '=', letterId)
    .executeTakeFirstOrThrow()
  const address = z.email().safeParse(unsealOriginal(platform, original_sealed).email)
  if (!address.success) return
  const page = new URL(`/letters/track?number=${encodeURIComponent(number)}`, platform.config.publicUrl).href
  await platform.mail.sendLater(tx, {
    to: address.data,
    subject: `您的来信 ${number} 已经答复`,
    text: `您好：\n您的来信 ${number} 已经答复。请打开以下网址，输入查询码查看：\n${page}\n本邮件由系统自动发出，请不要回复。`,
  })
}
