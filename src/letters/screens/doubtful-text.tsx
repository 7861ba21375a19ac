import { Alert, Button } from 'antd'
import { Fragment } from 'react'
import type { LetterView } from './letter-view.ts'
import type { Send } from './reply-card.tsx'

/** Words that may be names, and how one of them is covered; who may not, sees them marked. */
export type Doubts = { words: readonly string[]; cover: ((words: string) => void) | undefined }

export const doubtsOf = (view: LetterView, move: Send): Doubts => ({
  words: view.doubts,
  cover: view.abilities.cover
    ? (words) => move.isPending || move.mutate({ noun: 'cover', body: { words } })
    : undefined,
})

/** The masks are not sure of these: one press hides a name in every text of the letter. */
export function DoubtNotice({ doubts }: { doubts: Doubts }) {
  const { words, cover } = doubts
  if (words.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={`请核对：标出的${words.length}处文字可能是姓名`}
      description={
        cover ? '是姓名的，点“遮盖”；是地名、单位名称等的，不用处理。' : '是姓名的，请修改公开内容。'
      }
    />
  )
}

/** The text with what is doubtful marked where it stands first, and a button behind it. */
export function DoubtfulText({ text, doubts }: { text: string; doubts: Doubts }) {
  const { words, cover } = doubts
  if (words.length === 0) return text
  const pieces = piecesOf(text, words)
  return pieces.map(({ start, words: piece, doubtful }) => (
    <Fragment key={start}>
      {doubtful ? <mark>{piece}</mark> : piece}
      {doubtful && cover && pieces.find((one) => one.words === piece)?.start === start && (
        <Button
          size="small"
          style={{ marginInline: 4 }}
          aria-label={`遮盖${piece}`}
          onClick={() => cover(piece)}
        >
          遮盖
        </Button>
      )}
    </Fragment>
  ))
}

function piecesOf(text: string, doubtful: readonly string[]) {
  const longestFirst = [...doubtful].sort((one, other) => other.length - one.length)
  let start = 0
  return text
    .split(new RegExp(`(${longestFirst.map(escaped).join('|')})`))
    .filter((words) => words !== '')
    .map((words) => {
      const piece = { start, words, doubtful: doubtful.includes(words) }
      start += words.length
      return piece
    })
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
