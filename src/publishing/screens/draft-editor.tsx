import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Form } from 'antd'
import { useState } from 'react'
import { call, Problem, ProblemNotice, whenText } from '#admin'
import { ArticleForm } from './article-form.tsx'
import type { ArticleView } from './article-view.ts'
import { KeptDifferences } from './kept-differences.tsx'
import { KeptDraftNotice } from './kept-draft-notice.tsx'
import { useKeptDraft } from './use-kept-draft.ts'
import { useSaving } from './use-saving.ts'

/** Unit: milliseconds. */
const heartbeatEvery = 30_000

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
  const { id } = view.article
  const { found, keep, forget, dismiss } = useKeptDraft(String(id), view.keptDraft)
  const { save, copy, drop, changed, setChanged, savedAt } = useSaving(view, form, {
    found: found !== undefined,
    forget,
    onChanged,
  })
  const others = useQuery({
    queryKey: ['editing', id],
    queryFn: () => call<{ others: string[] }>('PUT', `/articles/${id}/editing`),
    refetchInterval: heartbeatEvery,
  })
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
        onDrop={() => {
          forget()
          drop.mutate(undefined, { onSuccess: onSaved })
        }}
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
      <ProblemNotice error={save.error ?? drop.error} />
      {stale && (
        <Alert
          type="warning"
          style={{ marginBottom: 16 }}
          title="您的修改已经保留。载入最新版本后，先与您的修改并排对照，再选择恢复或者放弃。"
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
        <span role="status">{stateText({ changed, savedAt, save, copy })}</span>
      </Flex>
    </>
  )
}

function stateText(state: {
  changed: number
  savedAt: string | null
  save: { isPending: boolean; isError: boolean }
  copy: { at: string | null; isError: boolean }
}): string {
  if (state.save.isPending) return '正在保存…'
  if (state.save.isError) return '没有保存成功，修改已经保留，不会丢失'
  if (!state.changed) return state.savedAt ? `已于 ${whenText(state.savedAt)} 保存` : ''
  if (state.copy.isError) return '有未保存的修改：暂时连不上服务器，已存在本浏览器'
  if (state.copy.at) return `有未保存的修改，已于 ${whenText(state.copy.at)} 暂存；按“保存”形成新版本`
  return '有未保存的修改（已存在本浏览器），稍后自动暂存'
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
