import type { DueDates } from '#calendar'
import { deadline } from './deadline.ts'

/** Open letters whose date a holiday notice moves. A date that somebody set otherwise stays as it is. */
export const letterDueDates: DueDates = {
  key: 'letters',
  label: '群众来信',
  moved: async (db, before, after) => {
    const rows = await db
      .selectFrom('letters')
      .innerJoin('mailboxes', 'mailboxes.key', 'letters.mailbox')
      .leftJoin('letter_topics as topic', 'topic.id', 'letters.topic_id')
      .leftJoin('letter_topics as above', 'above.id', 'topic.parent_id')
      .leftJoin('letter_topics as top', 'top.id', 'above.parent_id')
      .select(['letters.id', 'letters.number', 'letters.due_on'])
      .select((eb) => eb.fn.coalesce('letters.answer_from', 'letters.received_on').as('counted_from'))
      .select((eb) =>
        eb.fn
          .coalesce(
            'topic.answer_within',
            'above.answer_within',
            'top.answer_within',
            'mailboxes.answer_within',
          )
          .as('answer_within'),
      )
      .where('status', 'in', ['received', 'handling', 'in_approval'])
      .orderBy('letters.id')
      .execute()
    return rows.flatMap(({ id, number, counted_from, due_on, answer_within }) => {
      const [was, is] = [
        deadline(before, counted_from, answer_within),
        deadline(after, counted_from, answer_within),
      ]
      return was === is || due_on !== was
        ? []
        : [{ id, number, href: `/letters/${id}`, before: was, after: is }]
    })
  },
  save: async (tx, moved) => {
    for (const { id, after } of moved)
      await tx.updateTable('letters').set({ due_on: after }).where('id', '=', id).execute()
  },
}
