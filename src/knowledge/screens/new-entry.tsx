import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Skeleton } from 'antd'
import { useLocation, useSearchParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import { EntryForm, type EntryValues, sentValues } from './entry-form.tsx'

/** A new entry, empty or begun from a reply or a call (`?corpus=calls&entry=12`). */
export function NewEntry() {
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const [form] = Form.useForm<EntryValues>()
  const [corpus, entry] = [search.get('corpus'), search.get('entry')]
  const origin = corpus && entry ? { corpus, entry } : null
  const beginning = useQuery({
    queryKey: ['knowledge-origin', corpus, entry],
    queryFn: () => call<Partial<EntryValues>>('POST', '/knowledge/origin', origin),
    enabled: origin !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const write = useMutation({
    mutationFn: (values: EntryValues) =>
      call<{ id: number }>('POST', '/knowledge/entries', { ...sentValues(values), origin }),
    onSuccess: ({ id }) => go(`/knowledge/${id}`),
  })
  if (origin && beginning.isPending) return <Skeleton active />
  return (
    <>
      <PageTitle text="写口径">
        <Button
          type="primary"
          loading={write.isPending}
          onClick={async () => write.mutate(await form.validateFields())}
        >
          保存，等待审核
        </Button>
      </PageTitle>
      <ProblemNotice error={beginning.error ?? write.error} />
      <EntryForm form={form} initial={beginning.data ?? {}} />
    </>
  )
}
