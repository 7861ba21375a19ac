import type { Tx } from '#platform/db'

/** What a row of the file calls by name: its agent's account, the entry or the letter whose answer was read out. */
type Naming = { agent: string; entry: string; reference: string }

export function referenceOf({ entry, reference }: Naming) {
  if (entry) return { corpus: 'entries', entry } as const
  return reference ? ({ corpus: 'letters', entry: reference } as const) : undefined
}

/** Accounts by user name, also of people who have left, and what is missing of a row. */
export async function findNamed(tx: Tx, rows: readonly Naming[]) {
  const of = (name: keyof Naming) => [...new Set(rows.map((row) => row[name]).filter(Boolean))]
  const accounts = await tx
    .selectFrom('staff')
    .select(['id', 'username'])
    .where('username', 'in', ['', ...of('agent')])
    .execute()
  // An entry that is out of use today was in use when the call came.
  const entries = await tx
    .selectFrom('knowledge_entries')
    .select((eb) => eb.cast<string>('id', 'text').as('entry'))
    .where((eb) => eb(eb.cast<string>('id', 'text'), 'in', ['', ...of('entry')]))
    .execute()
  const letters = await tx
    .selectFrom('letters')
    .select((eb) => eb.fn.coalesce('import_key', 'number').as('entry'))
    .where((eb) => eb(eb.fn.coalesce('import_key', 'number'), 'in', ['', ...of('reference')]))
    .execute()
  const agents = new Map(accounts.map(({ id, username }) => [username, id]))
  const known = {
    agent: new Set(agents.keys()),
    entry: new Set(entries.map(({ entry }) => entry)),
    reference: new Set(letters.map(({ entry }) => entry)),
  }
  const reasons = { agent: 'has no account', entry: 'is no entry', reference: 'is no letter' } as const
  const names = ['agent', 'entry', 'reference'] as const
  const missing = (row: Naming): string[] =>
    names.flatMap((name) =>
      row[name] && !known[name].has(row[name]) ? [`${name} ${row[name]} ${reasons[name]}`] : [],
    )
  return { agents, missing }
}
