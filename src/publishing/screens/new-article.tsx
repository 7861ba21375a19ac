import { useMutation } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import { ArticleForm } from './article-form.tsx'
import { contentOfForm } from './content-of-form.ts'
import { KeptDraftNotice } from './kept-draft-notice.tsx'
import { replayKey } from './replay-key.ts'
import { useKeptDraft } from './use-kept-draft.ts'

const initial = { origin: 'own', documentKind: 'general', openness: 'proactive', media: 'text' }

export function NewArticle() {
  const [form] = Form.useForm()
  const [, go] = useLocation()
  const [round, setRound] = useState(0)
  // Sent with the form, so that sending it again makes no second draft.
  const [key] = useState(replayKey)
  const { found, keep, forget, dismiss } = useKeptDraft('new')
  const create = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const content = contentOfForm(await form.validateFields())
      return call<{ id: number }>('POST', '/articles', { ...content, replayKey: key })
    },
    onSuccess: ({ id }) => {
      forget()
      go(`/articles/${id}`)
    },
  })
  return (
    <>
      <PageTitle text="写新稿">
        <Button type="primary" loading={create.isPending} onClick={() => create.mutate()}>
          保存草稿
        </Button>
      </PageTitle>
      <ProblemNotice error={create.error && 'errorFields' in create.error ? null : create.error} />
      <KeptDraftNotice
        found={found}
        onDrop={forget}
        onTake={({ values }) => {
          form.setFieldsValue(values)
          setRound((count) => count + 1)
          dismiss()
        }}
      />
      <ArticleForm
        key={round}
        form={form}
        initial={initial}
        onChange={() => keep(form.getFieldsValue(true))}
      />
    </>
  )
}
