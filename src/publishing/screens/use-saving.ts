import { useMutation } from '@tanstack/react-query'
import type { Form } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '#admin'
import type { ArticleView } from './article-view.ts'
import { contentOfForm } from './content-of-form.ts'

/** Unit: milliseconds of quiet before what was typed goes to the server, and before another try. */
const keepAfter = 5000
const tryAgainAfter = 15_000

type Told = {
  /** An earlier visit left something that is neither taken nor dropped yet: the server's copy of it stays. */
  found: boolean
  forget: () => void
  onChanged: (changed: boolean) => void
}

/** Saving makes a revision, when a person asks for it. Meanwhile the server keeps what is typed: no revision, and approvals hold. */
export function useSaving(view: ArticleView, form: ReturnType<typeof Form.useForm>[0], on: Told) {
  const { id } = view.article
  const version = useRef(view.article.version)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [changed, setChanged] = useState(0)
  const [sent, setSent] = useState(0)
  const latest = useRef(0)
  latest.current = changed
  const underWay = useRef<Promise<unknown>>(Promise.resolve())
  const keep = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const round = latest.current
      const body = { version: version.current, values: form.getFieldsValue(true) }
      const request = call<{ at: string }>('PUT', `/articles/${id}/kept-draft`, body)
      underWay.current = request.catch(() => undefined)
      return { ...(await request), round }
    },
    // The server has it: this browser need not, and may be shared.
    onSuccess: ({ round }) => {
      setSent(round)
      if (latest.current === round) on.forget()
    },
  })
  const save = useMutation({
    // Without a network it fails at once and says so, instead of waiting unseen.
    networkMode: 'always',
    mutationFn: async () => {
      // A copy that arrives after the save would be offered as something unsaved.
      await underWay.current
      const round = latest.current
      const body = { ...contentOfForm(form.getFieldsValue(true)), version: version.current }
      return { ...(await call<{ version: number }>('PUT', `/articles/${id}`, body)), round }
    },
    // What was typed while the save was under way is still unsaved.
    onSuccess: (answer) => {
      version.current = answer.version
      setSavedAt(new Date().toISOString())
      if (latest.current !== answer.round) return
      setChanged(0)
      setSent(0)
      on.forget()
    },
  })
  const drop = useMutation({ mutationFn: () => call('DELETE', `/articles/${id}/kept-draft`) })
  const waits = changed > 0 && changed !== sent && !on.found && !keep.isPending && !save.isPending
  useEffect(() => {
    if (!waits || latest.current !== changed) return
    const timer = setTimeout(() => keep.mutate(), keep.isError ? tryAgainAfter : keepAfter)
    return () => clearTimeout(timer)
  }, [waits, changed, keep.isError, keep.mutate])
  const { onChanged } = on
  useEffect(() => onChanged(changed > 0), [changed, onChanged])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => changed !== sent && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [changed, sent])
  const copy = { at: sent === changed ? (keep.data?.at ?? null) : null, isError: keep.isError }
  return { save, drop, copy, changed, setChanged, savedAt }
}
