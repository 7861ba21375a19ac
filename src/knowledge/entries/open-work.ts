import type { OpenWork } from '#people'

export const knowledgeOpenWork: OpenWork = {
  label: '负责的口径',
  list: async (db, staffId) => {
    const rows = await db
      .selectFrom('knowledge_entries')
      .select(['id', 'question'])
      .where('owner_id', '=', staffId)
      .where('status', '<>', 'retired')
      .orderBy('id')
      .execute()
    return rows.map(({ id, question }) => ({ id, text: question, href: `/knowledge/${id}` }))
  },
}
