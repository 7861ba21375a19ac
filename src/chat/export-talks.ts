import { record } from '#audit'
import type { CallKind } from '#hotline'
import { callKindLabels } from '#hotline'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { type Db, sql } from '#platform/db'
import type { ExportColumn } from '#platform/table'
import type { ExportQuery, TalkOutcome, TalkStatus } from './contract.ts'
import { talkOutcomeLabels, talkStatusLabels } from './labels.ts'
import { matching, type TalkFilter } from './lists.ts'

const columns: readonly ExportColumn<ExportedTalk>[] = [
  { title: '编号', value: (row) => row.number },
  { title: '提问时间', value: (row) => row.when },
  { title: '状态', value: (row) => talkStatusLabels[row.status as TalkStatus] },
  { title: '类型', value: (row) => (row.kind ? callKindLabels[row.kind as CallKind] : null) },
  { title: '主题', value: (row) => row.topic },
  { title: '提问（已隐去个人信息）', value: (row) => row.question },
  { title: '答复（已隐去个人信息）', value: (row) => row.answer },
  { title: '首次答复（分钟）', value: (row) => row.minutes },
  { title: '办理结果', value: (row) => (row.outcome ? talkOutcomeLabels[row.outcome as TalkOutcome] : null) },
  { title: '是否解决', value: (row) => (row.solved === null ? null : row.solved ? '解决了' : '没有解决') },
  { title: '坐席', value: (row) => row.agent },
]

/** The talks of a period for a file, masked; who took it is on the record. Throws: Refusal not_allowed. */
export async function exportTalks(platform: Platform, staff: Staff, query: ExportQuery) {
  assertCan(staff, 'chat.read')
  const { format, ...filter } = query
  const period = `${query.from ?? '最早'}至${query.until ?? platform.clock.today()}`
  await platform.inTransaction(async (tx) => {
    const subject = { kind: 'talks', id: period }
    record(tx, { actor: actorOf(staff), action: 'chat.export', subject, detail: { format, ...filter } })
  })
  const rows = rowsForExport(platform.db, staff.id, filter)
  return { name: `会话记录-${period}`, format, columns, rows }
}

const readRows = (db: Db, staffId: number, filter: TalkFilter, after: number, limit: number) =>
  db
    .selectFrom('chat_talks')
    .leftJoin('staff', 'staff.id', 'chat_talks.agent_id')
    .select(['chat_talks.id', 'number', 'status', 'kind', 'topic', 'outcome', 'solved'])
    .select(['question_masked as question', 'answer_masked as answer', 'staff.name as agent'])
    .select([
      sql<string>`to_char(opened_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`.as('when'),
      sql<
        number | null
      >`round((extract(epoch from first_reply_at - opened_at) / 60)::numeric, 1)::double precision`.as(
        'minutes',
      ),
    ])
    .where(matching(staffId, filter))
    .where('chat_talks.id', '>', after)
    .orderBy('chat_talks.id')
    .limit(limit)
    .execute()
type ExportedTalk = Awaited<ReturnType<typeof readRows>>[number]

/** Read while it is written out. */
async function* rowsForExport(db: Db, staffId: number, filter: TalkFilter, rowsPerRead = 2000) {
  for (let after = 0; ; ) {
    const rows = await readRows(db, staffId, filter, after, rowsPerRead)
    yield* rows
    after = rows.at(-1)?.id ?? after
    if (rows.length < rowsPerRead) return
  }
}
