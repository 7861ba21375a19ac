import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Popconfirm, Skeleton, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice, RetentionForm, type RetentionPeriod, ShortTable } from '#admin'

type Retention = {
  period: RetentionPeriod
  years: number
  answeredBefore: string
  /** More than the list shows, where there are very many. */
  total: number
  items: { id: number; number: string; answeredOn: string }[]
}

/** A dry run on screen: whose personal data may go. Nothing is erased without a person's click. Law: PIPL art. 47. */
export function RetentionList() {
  const queries = useQueryClient()
  /** A period that is tried and not saved. Unit: years. */
  const [tried, setTried] = useState<number>()
  const list = useQuery({
    queryKey: ['foi-retention', tried],
    queryFn: () => call<Retention>('GET', `/foi/retention${tried ? `?years=${tried}` : ''}`),
    placeholderData: keepPreviousData,
  })
  const erase = useMutation({
    mutationFn: (id: number) => call('DELETE', `/foi/requests/${id}/personal-data`),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      <PageTitle text="个人信息保存期限" />
      <ProblemNotice error={list.error ?? erase.error} />
      {list.isPending && <Skeleton active />}
      {list.data && (
        <>
          <Card title="保存期限（本机关的设置）" style={{ marginBottom: 16 }}>
            <RetentionForm
              name="retention"
              path="/foi/retention"
              from="答复后"
              period={list.data.period}
              busy={list.isFetching}
              onTry={setTried}
              onSaved={() => {
                setTried(undefined)
                void queries.invalidateQueries()
              }}
            >
              没有统一规定的年数，请按本机关的归档范围和保管期限表填写（国家档案局令第8号分为永久、30年、10年；出厂设置为10年）。改动留有审计记录，不会自动删除任何信息。
            </RetentionForm>
          </Card>
          <Expired {...list.data} pending={erase.isPending} onErase={(id) => erase.mutate(id)} />
        </>
      )}
    </>
  )
}

function Expired(given: Retention & { pending: boolean; onErase: (id: number) => void }) {
  const { period, years, answeredBefore, total, items, pending, onErase } = given
  const onlyTried = years !== period.years
  return (
    <>
      {onlyTried && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={`以下是按${years}年试算的结果，设置没有改动（现为${period.years}年）`}
        />
      )}
      <Typography.Paragraph type="secondary">
        答复满{years}年（{answeredBefore}
        及以前）、没有未审结的复议或者诉讼的申请，可以删除申请人的个人信息和上传的文件；申请的登记和统计保留。成批删除用命令
        gongkai foi retention --apply。
      </Typography.Paragraph>
      {total > 0 && (
        <Typography.Paragraph>
          共 {total} 件{total > items.length ? `，以下是答复最早的 ${items.length} 件` : ''}。
        </Typography.Paragraph>
      )}
      <ShortTable<Retention['items'][number]>
        rowKey="id"
        rows={items}
        name="期满的公开申请"
        empty="没有期满的申请"
        columns={[
          {
            title: '编号',
            text: (row) => row.number,
            render: (row) => <Link href={`/requests/${row.id}`}>{row.number}</Link>,
          },
          { title: '答复日期', text: (row) => row.answeredOn },
          {
            title: '操作',
            render: (row) => (
              <Popconfirm
                title="删除后不能恢复，确定删除申请人信息吗？"
                okText="删除"
                onConfirm={() => onErase(row.id)}
              >
                <Button size="small" loading={pending} disabled={onlyTried}>
                  删除申请人信息
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
    </>
  )
}
