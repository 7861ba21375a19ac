import { createHmac } from 'node:crypto'
import type { Platform } from '#platform'
import { addDays } from '#platform/clock'
import { networkOf } from '#platform/http'
import type { Job } from '#platform/queue'

/**
 * “It solved my question”, once a day from one network for one entry: the order of the public list follows these counts.
 * The key is a digest with the day in it under the agency's secret, so that nobody is followed from one day to the next.
 * Law: PIPL art. 6 (least data). Answers whether it counted.
 */
export const countSolved = (platform: Platform, id: number, address: string): Promise<boolean> =>
  platform.inTransaction(async (tx) => {
    const on = platform.clock.today()
    const reader = createHmac('sha256', platform.config.secretKey)
      .update(`knowledge solved\n${on}\n${networkOf(address)}`)
      .digest('hex')
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('knowledge_solved')
      .values({ entry_id: id, on_day: on, reader_key: reader })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) return false
    await tx
      .updateTable('knowledge_entries')
      .set((eb) => ({ solved: eb('solved', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await platform.cache.touch(tx, ['answers', `answer:${id}`])
    return true
  })

/** Keys of earlier days are of no use. */
export const forgetReadersJob: Job<never> = {
  name: 'knowledge.forget-readers',
  schedule: '10 3 * * *',
  run: async ({ db, clock }) => {
    await db.deleteFrom('knowledge_solved').where('on_day', '<', addDays(clock.today(), -1)).execute()
  },
}
