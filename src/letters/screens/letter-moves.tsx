import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '#admin'
import type { LetterView } from './letter-view.ts'
import { MoveDialog } from './move-dialog.tsx'
import { type LetterMove, letterMoves } from './moves.ts'

/** Only what this person may do with this letter now (`abilities`); the dialog asks what the move needs. */
export function LetterMoves({ view }: { view: LetterView }) {
  const [open, setOpen] = useState<LetterMove>()
  const queries = useQueryClient()
  const move = useMutation({
    mutationFn: ({ noun, body }: { noun: string; body: object }) =>
      call('POST', `/letters/${view.letter.id}/${noun}`, body),
    onSuccess: () => {
      setOpen(undefined)
      return queries.invalidateQueries()
    },
  })
  const possible = letterMoves.filter(
    (known) => view.abilities[known.ability] && known.shown?.(view) !== false,
  )
  return (
    <>
      {possible.map((known) => (
        <Button
          key={known.label}
          type={known.primary ? 'primary' : 'default'}
          danger={known.danger ?? false}
          onClick={() => {
            move.reset()
            setOpen(known)
          }}
        >
          {known.label}
        </Button>
      ))}
      {open && (
        <MoveDialog
          move={open}
          busy={move.isPending}
          error={move.error}
          onClose={() => setOpen(undefined)}
          onSend={(values) => move.mutate({ noun: open.noun, body: { ...open.fixed?.(view), ...values } })}
        />
      )}
    </>
  )
}
