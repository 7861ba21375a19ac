import type { OpenWork } from '#people'

export const publishingOpenWork: OpenWork = {
  label: '未发布的稿件',
  list: async (db, staffId) => {
    const rows = await db
      .selectFrom('articles')
      .innerJoin('revisions as head', 'head.id', 'articles.head_revision_id')
      .select(['articles.id', 'head.title'])
      .where('articles.created_by', '=', staffId)
      .where('articles.status', 'in', ['draft', 'in_review', 'approved', 'scheduled'])
      .orderBy('articles.id')
      .execute()
    return rows.map(({ id, title }) => ({ id, text: title, href: `/articles/${id}` }))
  },
}
