import { findInLetter, type Known, type LetterDataKind } from '#privacy'
import type { FileFinding } from '../contract.ts'
import { refuse } from '../refusals.ts'
import type { ReplyFile } from './store.ts'

const neverPublic: ReadonlySet<LetterDataKind> = new Set(['identity_number', 'bank_card', 'account'])

/**
 * What a file tells about people. A file is shown whole or not at all: numbers of persons, and whom the letter names, keep it back;
 * the rest, and what no program can read, asks for somebody's eye. Law: Order 711 art. 15; PIPL art. 25, art. 28.
 */
export function findingsOf(file: Pick<ReplyFile, 'text'>, known: readonly Known[]): FileFinding[] {
  if (file.text.trim() === '') return [{ kind: 'unread', level: 'warning', count: 1 }]
  const counts = new Map<FileFinding['kind'], number>()
  for (const { kind, start, end } of findInLetter(file.text, known, 'office')) {
    const words = file.text.slice(start, end)
    const named = known.some(({ text }) => text === words)
    const as = named ? 'sender' : kind
    counts.set(as, (counts.get(as) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => ({
    kind,
    level: kind === 'sender' || neverPublic.has(kind as LetterDataKind) ? 'error' : 'warning',
    count,
  }))
}

/** Before everybody gets them. Throws: Refusal reply_file_personal, reply_file_unchecked. */
export function assertFilesPublic(
  files: readonly ReplyFile[],
  known: readonly Known[],
  { checked }: { checked: boolean },
) {
  const findings = files.filter(({ shown }) => shown).flatMap((file) => findingsOf(file, known))
  if (findings.some(({ level }) => level === 'error')) throw refuse('reply_file_personal')
  if (findings.length > 0 && !checked) throw refuse('reply_file_unchecked')
}
