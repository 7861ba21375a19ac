import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Input, Pagination, Select, Skeleton, Typography } from 'antd'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import { piecesOf } from '../release/term-places.ts'
import { type Area, AreaCanvas } from './area-canvas.tsx'

/** Grounds that partial disclosure names most. Law: Order 711 art. 14-16. */
const commonReasons = ['个人隐私', '商业秘密', '内部事务信息', '过程性信息', '国家秘密']

/** Covers places of a record. The words found by their form are proposed; the officer decides and sees every page. */
export function RedactionPage() {
  const { id, fileId } = useParams<{ id: string; fileId: string }>()
  const [, go] = useLocation()
  const base = `/foi/requests/${id}/files/${fileId}`
  const record = useQuery({
    queryKey: ['redaction', fileId],
    queryFn: () => call<{ pages: number; terms: string[]; text?: string }>('GET', `${base}/inspection`),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [page, setPage] = useState(1)
  const [areas, setAreas] = useState<Area[]>([])
  const [terms, setTerms] = useState<string[]>()
  const [reasons, setReasons] = useState<string[]>([])
  const chosen = terms ?? record.data?.terms ?? []
  const redact = useMutation({
    mutationFn: () => call('POST', `${base}/redaction`, { areas, terms: chosen, reasons }),
    onSuccess: () => go(`/requests/${id}`),
  })
  if (record.isPending) return <Skeleton active />
  if (record.isError) return <ProblemNotice error={record.error} />
  return (
    <>
      <PageTitle text="遮盖材料">
        <Button onClick={() => go(`/requests/${id}`)}>返回案卷</Button>
        <Button
          type="primary"
          loading={redact.isPending}
          disabled={reasons.length === 0 || (areas.length === 0 && chosen.length === 0)}
          onClick={() => redact.mutate()}
        >
          生成遮盖后的文件
        </Button>
      </PageTitle>
      <ProblemNotice error={redact.error} />
      <Card style={{ marginBottom: 16 }}>
        <Flex vertical gap={12}>
          <div>
            <div>遮盖的文字（自动找出的个人信息已列出，可以增删）</div>
            <Select
              mode="tags"
              aria-label="遮盖的文字"
              value={chosen}
              onChange={setTerms}
              open={false}
              style={{ width: '100%' }}
              placeholder="输入要遮盖的文字后按回车"
            />
          </div>
          <div>
            <div>遮盖的理由（必填，写入案卷）</div>
            <Select
              mode="tags"
              aria-label="遮盖的理由"
              value={reasons}
              onChange={setReasons}
              style={{ width: '100%' }}
              options={commonReasons.map((value) => ({ value, label: value }))}
            />
          </div>
          {record.data.text === undefined && (
            <Typography.Text type="secondary">
              在页面上按住鼠标拖动画出要遮盖的区域，点击已画的区域可以删除；也可以在下方用数字添加。生成的文件只有图像和剩余的文字，原件不变。
            </Typography.Text>
          )}
          {record.data.text !== undefined && (
            <Typography.Text type="secondary">
              纯文本按文字遮盖：列出的文字在全文中都会遮盖，下面标出了会遮盖的地方。原件不变。
            </Typography.Text>
          )}
        </Flex>
      </Card>
      {record.data.text === undefined ? (
        <>
          <AreaCanvas
            key={page}
            address={`/api/staff${base}/pages/${page}`}
            page={page}
            areas={areas}
            onChange={setAreas}
          />
          <Flex justify="center" style={{ margin: '16px 0' }}>
            <Pagination
              simple
              current={page}
              total={record.data.pages}
              pageSize={1}
              onChange={setPage}
              aria-label="页"
            />
          </Flex>
          <AreaByNumbers page={page} onAdd={(area) => setAreas((known) => [...known, area])} />
        </>
      ) : (
        <CoveredText text={record.data.text} terms={chosen} />
      )}
    </>
  )
}

/** A plain text, with what would be covered marked. */
function CoveredText({ text, terms }: { text: string; terms: readonly string[] }) {
  return (
    <Card size="small" title="全文">
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: 0 }}>
        {piecesOf(text, terms).map(({ at, text: words, covered }) =>
          covered ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
        )}
      </Typography.Paragraph>
    </Card>
  )
}

/** The way without a mouse: the band of the page to cover, in percent from the top. */
function AreaByNumbers({ page, onAdd }: { page: number; onAdd: (area: Area) => void }) {
  const [band, setBand] = useState({ from: '', to: '' })
  const [from, to] = [Number(band.from), Number(band.to)]
  const right = band.from !== '' && band.to !== '' && from >= 0 && to > from && to <= 100
  return (
    <Card size="small" title="用数字添加区域（整行）">
      <Flex gap={8} wrap align="center">
        第{page}页，从上往下
        <Input
          aria-label="起点百分比"
          value={band.from}
          onChange={(event) => setBand({ ...band, from: event.target.value })}
          style={{ width: 80 }}
        />
        % 到
        <Input
          aria-label="终点百分比"
          value={band.to}
          onChange={(event) => setBand({ ...band, to: event.target.value })}
          style={{ width: 80 }}
        />
        %
        <Button
          disabled={!right}
          onClick={() => {
            onAdd({ page, x: 0, y: from / 100, width: 1, height: (to - from) / 100 })
            setBand({ from: '', to: '' })
          }}
        >
          添加
        </Button>
      </Flex>
    </Card>
  )
}
