import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Form } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call, Problem, ProblemNotice, whenText } from '#admin'
import { ArticleForm } from './article-form.tsx'
import type { ArticleView } from './article-view.ts'
import { contentOfForm } from './content-of-form.ts'

/** Unit: milliseconds of quiet before a draft is saved by itself. Only drafts: a save voids approvals. */
const autosaveAfter = 4000
const heartbeatEvery = 30_000

export function DraftEditor({ view, onSaved }: { view: ArticleView; onSaved: () => void }) {
  const [form] = Form.useForm()
  const version = useRef(view.article.version)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [changed, setChanged] = useState(0)
  const { id, status } = view.article
  const others = useQuery({
    queryKey: ['editing', id],
    queryFn: () => call<{ others: string[] }>('PUT', `/articles/${id}/editing`),
    refetchInterval: heartbeatEvery,
  })
  const save = useMutation({
    mutationFn: async () => {
      const content = contentOfForm(form.getFieldsValue(true))
      return call<{ version: number }>('PUT', `/articles/${id}`, { ...content, version: version.current })
    },
    onSuccess: (answer) => {
      version.current = answer.version
      setSavedAt(new Date().toISOString())
      setChanged(0)
    },
  })
  useEffect(() => {
    if (!changed || status !== 'draft' || save.isPending) return
    const timer = setTimeout(() => save.mutate(), autosaveAfter)
    return () => clearTimeout(timer)
  }, [changed, status, save.isPending, save.mutate])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => changed && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [changed])
  const stale = save.error instanceof Problem && save.error.code === 'edited_by_other'
  return (
    <>
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
          title="请先复制您的修改，再载入最新版本。"
          action={<Button onClick={onSaved}>载入最新版本</Button>}
        />
      )}
      <ArticleForm form={form} initial={fieldsOf(view)} onChange={() => setChanged((count) => count + 1)} />
      <Flex gap={12} align="center">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutateAsync().then(onSaved, () => undefined)}
        >
          保存
        </Button>
        <span role="status">
          {changed ? '有未保存的修改' : savedAt ? `已于 ${whenText(savedAt)} 保存` : ''}
        </span>
      </Flex>
    </>
  )
}

function fieldsOf({ content }: ArticleView) {
  const { id: _, number: __, contentHash: ___, bodyText: ____, attachments, ...fields } = content
  return {
    ...fields,
    attachments: attachments.map(({ fileId, name, role, alt }) => ({ fileId, name, role, alt })),
  }
}
