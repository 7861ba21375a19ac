import { parse } from 'csv-parse/sync'
import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { refuse } from '../refusals.ts'
import { insertTopic, listTopics } from './store.ts'

const columns = ['level1', 'level2', 'level3'] as const
type Row = readonly string[]

/** Adds what a file of three columns names and the agency does not have yet; nothing is taken away. Throws: Refusal not_allowed, topic_file_wrong. */
export function importTopics(platform: Platform, staff: Staff, csv: string): Promise<{ added: number }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'letters.configure')
    const rows = readRows(csv)
    const known = new Map(
      (await listTopics(tx)).map((topic) => [`${topic.parentId ?? ''}\n${topic.name}`, topic.id]),
    )
    let added = 0
    for (const row of rows) added += await addPath(tx, row, known)
    if (added) await platform.cache.touch(tx, ['letters'])
    record(tx, {
      actor: actorOf(staff),
      action: 'letters.import_topics',
      subject: { kind: 'letter_topic', id: 'file' },
      detail: { rows: rows.length, added },
    })
    return { added }
  })
}

async function addPath(tx: Tx, row: Row, known: Map<string, number>): Promise<number> {
  let parentId: number | null = null
  let added = 0
  for (const [at, name] of row.entries()) {
    const key: string = `${parentId ?? ''}\n${name}`
    let id = known.get(key)
    if (id === undefined) {
      id = await insertTopic(tx, { parentId, level: at + 1, name })
      added += 1
    }
    if (id === undefined) throw refuse('topic_file_wrong')
    known.set(key, id)
    parentId = id
  }
  return added
}

/** A row ends at its first empty column. */
function readRows(csv: string): Row[] {
  const rows = read(csv)
  const [header] = rows
  if (!header || !columns.every((column, at) => header[at]?.trim() === column))
    throw refuse('topic_file_wrong')
  const paths = rows.slice(1).map((row) => {
    const names = columns.map((_, at) => (row[at] ?? '').trim().slice(0, 30))
    const end = names.indexOf('')
    return end < 0 ? names : names.slice(0, end)
  })
  return paths.filter((names) => names.length > 0)
}

function read(csv: string): string[][] {
  try {
    return parse(csv, { bom: true, skip_empty_lines: true, relax_column_count: true })
  } catch {
    throw refuse('topic_file_wrong')
  }
}
