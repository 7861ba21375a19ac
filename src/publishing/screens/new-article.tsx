import { useMutation } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useLocation } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import { ArticleForm } from './article-form.tsx'
import { contentOfForm } from './content-of-form.ts'

const initial = { origin: 'own', documentKind: 'general', openness: 'proactive' }

export function NewArticle() {
  const [form] = Form.useForm()
  const [, go] = useLocation()
  const create = useMutation({
    mutationFn: async () =>
      call<{ id: number }>('POST', '/articles', contentOfForm(await form.validateFields())),
    onSuccess: ({ id }) => go(`/articles/${id}`),
  })
  return (
    <>
      <PageTitle text="写新稿">
        <Button type="primary" loading={create.isPending} onClick={() => create.mutate()}>
          保存草稿
        </Button>
      </PageTitle>
      <ProblemNotice error={create.error && 'errorFields' in create.error ? null : create.error} />
      <ArticleForm form={form} initial={initial} />
    </>
  )
}
