import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { instantOf } from '#platform/clock'
import type { DeliveryInput, OtherChannel } from './contract.ts'
import { refuse } from './refusals.ts'
import { lockArticle } from './store.ts'

/**
 * Notes that an item also went out on Weibo, WeChat, in the gazette or elsewhere, with its address and day; the
 * statutory form counts channels apart. Noting a channel again corrects it.
 * Throws: Refusal not_allowed, not_found, delivery_not_public, delivery_day_wrong.
 */
export function recordDelivery(
  platform: Platform,
  staff: Staff,
  articleId: number,
  input: DeliveryInput,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId)
    assertCan(staff, 'publishing.publish')
    if (article.firstPublishedAt === null) throw refuse('delivery_not_public')
    if (input.deliveredOn > platform.clock.today()) throw refuse('delivery_day_wrong')
    const row = {
      delivered_at: instantOf(input.deliveredOn, '09:00'),
      delivered_on: input.deliveredOn,
      external_url: input.externalUrl,
      recorded_by: staff.id,
    }
    await tx
      .insertInto('deliveries')
      .values({ article_id: articleId, channel: input.channel, ...row })
      .onConflict((on) => on.columns(['article_id', 'channel']).doUpdateSet(row))
      .execute()
    const detail = { channel: input.channel, deliveredOn: input.deliveredOn }
    const subject = { kind: 'article', id: articleId }
    record(tx, { actor: actorOf(staff), action: 'publishing.deliver', subject, detail })
  })
}

/** Takes a note back that was wrong; the website's own is no note. Throws: Refusal not_allowed, not_found. */
export function removeDelivery(
  platform: Platform,
  staff: Staff,
  articleId: number,
  channel: OtherChannel,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    await lockArticle(tx, articleId)
    assertCan(staff, 'publishing.publish')
    await tx
      .deleteFrom('deliveries')
      .where('article_id', '=', articleId)
      .where('channel', '=', channel)
      .execute()
    const subject = { kind: 'article', id: articleId }
    record(tx, { actor: actorOf(staff), action: 'publishing.remove_delivery', subject, detail: { channel } })
  })
}

export function listDeliveries({ db }: Platform, articleId: number) {
  return db
    .selectFrom('deliveries')
    .leftJoin('staff', 'staff.id', 'deliveries.recorded_by')
    .select(['channel', 'delivered_on', 'external_url', 'staff.name as by'])
    .where('article_id', '=', articleId)
    .orderBy('delivered_on')
    .orderBy('channel')
    .execute()
}
