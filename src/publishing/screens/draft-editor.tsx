import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Form } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call, Problem, ProblemNotice, whenText } from '#admin'
import { ArticleForm } from './article-form.tsx'
import type { ArticleView } from './article-view.ts'
import { contentOfForm } from './content-of-form.ts'
import { KeptDifferences } from './kept-differences.tsx'
import { KeptDraftNotice } from './kept-draft-notice.tsx'
import { useKeptDraft } from './use-kept-draft.ts'

/**
 * Unit: milliseconds of quiet before a draft is saved by itself, and between two such saves: each makes a revision that
 * stays for ever, and this browser keeps every letter in between. Only drafts: a save voids approvals.
 */
const autosaveAfter = 8000
const autosaveEvery = 180_000
const heartbeatEvery = 30_000
const tryAgainAfter = 15_000

export function DraftEditor({
  view,
  onSaved,
  onChanged,
}: {
  view: ArticleView
  onSaved: () => void
  onChanged: (changed: boolean) => void
}) {
  const [form] = Form.useForm()
  const [round, setRound] = useState(0)
  const { id, status } = view.article
  const { found, keep, forget, dismiss } = useKeptDraft(String(id))
  const { save, changed, setChanged, savedAt } = useSaving(view, form, { forget, onChanged })
  const others = useQuery({
    queryKey: ['editing', id],
    queryFn: () => call<{ others: string[] }>('PUT', `/articles/${id}/editing`),
    refetchInterval: heartbeatEvery,
  })
  useEffect(() => {
    if (!changed || status !== 'draft' || save.isPending || save.isError) return
    const next = savedAt === null ? 0 : Date.parse(savedAt) + autosaveEvery - Date.now()
    const timer = setTimeout(() => save.mutate(), Math.max(autosaveAfter, next))
    return () => clearTimeout(timer)
  }, [changed, status, savedAt, save.isPending, save.isError, save.mutate])
  const away = save.error instanceof Problem && save.error.code === 'unreachable'
  useEffect(() => {
    if (!away || status !== 'draft') return
    const timer = setTimeout(() => save.mutate(), tryAgainAfter)
    return () => clearTimeout(timer)
  }, [away, status, save.mutate])
  const change = () => {
    keep(form.getFieldsValue(true))
    setChanged((count) => count + 1)
    if (save.isError) save.reset()
  }
  const stale = save.error instanceof Problem && save.error.code === 'edited_by_other'
  return (
    <>
      <KeptDraftNotice
        found={found}
        onDrop={forget}
        onTake={({ values }) => {
          form.setFieldsValue(values)
          setRound((count) => count + 1)
          setChanged((count) => count + 1)
          dismiss()
        }}
      />
      {found && <KeptDifferences found={found} newest={view.content} />}
      {!!others.data?.others.length && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={`${others.data.others.join('、')} 也打开了此稿件。后保存的人会得到提示，不会互相覆盖。`}
        />
      )}
      <ProblemNotice error={save.error} />
      {stale && (
        <Alert
          type="warning"
          style={{ marginBottom: 16 }}
          title="您的修改已存在本浏览器。载入最新版本后，先与您的修改并排对照，再选择恢复或者放弃。"
          action={<Button onClick={onSaved}>载入最新版本</Button>}
        />
      )}
      <ArticleForm key={round} form={form} initial={fieldsOf(view)} articleId={id} onChange={change} />
      <Flex gap={12} align="center" className="save-bar">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutateAsync().then(onSaved, () => undefined)}
        >
          保存
        </Button>
        <span role="status">{stateText({ changed, savedAt, save, autosaves: status === 'draft' })}</span>
      </Flex>
    </>
  )
}

function useSaving(
  view: ArticleView,
  form: ReturnType<typeof Form.useForm>[0],
  on: { forget: () => void; onChanged: (changed: boolean) => void },
) {
  const version = useRef(view.article.version)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [changed, setChanged] = useState(0)
  const latest = useRef(0)
  latest.current = changed
  const save = useMutation({
    // Without a network it fails at once and says so, instead of waiting unseen.
    networkMode: 'always',
    mutationFn: async () => {
      const sent = latest.current
      const content = contentOfForm(form.getFieldsValue(true))
      const body = { ...content, version: version.current }
      const answer = await call<{ version: number }>('PUT', `/articles/${view.article.id}`, body)
      return { ...answer, sent }
    },
    // What was typed while the save was under way is still unsaved.
    onSuccess: (answer) => {
      version.current = answer.version
      setSavedAt(new Date().toISOString())
      if (latest.current !== answer.sent) return
      setChanged(0)
      on.forget()
    },
  })
  const { onChanged } = on
  useEffect(() => onChanged(changed > 0), [changed, onChanged])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => changed && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [changed])
  return { save, changed, setChanged, savedAt }
}

function stateText(state: {
  changed: number
  savedAt: string | null
  save: { isPending: boolean; isError: boolean }
  autosaves: boolean
}): string {
  if (state.save.isPending) return '正在保存…'
  if (state.save.isError) return '没有保存成功，修改已存在本浏览器'
  if (state.changed)
    return state.autosaves
      ? '有未保存的修改（已存在本浏览器），稍后自动保存'
      : '有未保存的修改（已存在本浏览器）'
  return state.savedAt ? `已于 ${whenText(state.savedAt)} 保存` : ''
}

function fieldsOf({ content }: ArticleView) {
  const {
    id: _,
    articleId: __,
    number: ___,
    contentHash: ____,
    bodyText: _____,
    createdBy: ______,
    ...rest
  } = content
  const { attachments, ...fields } = rest
  return {
    ...fields,
    attachments: attachments
      .filter((file) => file.role !== 'inline')
      .map(({ fileId, name, role, alt }) => ({ fileId, name, role, alt })),
  }
}
