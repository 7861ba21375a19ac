import type { OpenWork } from '#people'

export const foiOpenWork: OpenWork = {
  label: '公开申请',
  list: async (db, staffId) => {
    const rows = await db
      .selectFrom('foi_requests')
      .select(['id', 'number'])
      .where('handler_id', '=', staffId)
      .where('answered_on', 'is', null)
      .orderBy('id')
      .execute()
    return rows.map(({ id, number }) => ({ id, text: number, href: `/requests/${id}` }))
  },
}
