import type { OpenWork } from '#people'

export const letterOpenWork: OpenWork = {
  label: '群众来信',
  list: async (db, staffId) => {
    const rows = await db
      .selectFrom('letters')
      .select(['id', 'number'])
      .where('handler_id', '=', staffId)
      .where('status', 'in', ['received', 'handling', 'in_approval'])
      .orderBy('id')
      .execute()
    return rows.map(({ id, number }) => ({ id, text: number, href: `/letters/${id}` }))
  },
}
