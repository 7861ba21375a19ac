import { useQuery } from '@tanstack/react-query'
import { Card, Col, Descriptions, Flex, Row, Select, Table } from 'antd'
import { diffArrays, diffChars } from 'diff'
import { useMemo, useState } from 'react'
import { call, ProblemNotice, whenText } from '#admin'
import type { ArticleView, Content } from './article-view.ts'
import { bodyWords } from './body-words.ts'
import { contentFacts } from './content-facts.ts'
import './editor/rich-text.css'
import { useSections } from './use-sections.ts'

/** The item side by side with another revision: fields, attachments and text; what went and what came. */
export function Compared({ view }: { view: ArticleView }) {
  const earlier = view.revisions.filter((revision) => revision.id !== view.content.id)
  const publicId = view.published?.id
  const preferred = publicId !== undefined && publicId !== view.content.id ? publicId : earlier[0]?.id
  const [chosen, setChosen] = useState<number | undefined>(preferred)
  const other = useQuery({
    queryKey: ['revision', chosen],
    queryFn: () => call<Content>('GET', `/revisions/${chosen}`),
    enabled: chosen !== undefined && chosen !== view.content.id,
  })
  if (!earlier.length) return <Reading content={view.content} />
  const options = earlier.map((revision) => ({
    value: revision.id,
    label: `第 ${revision.number} 版${revision.id === publicId ? '（网站上的）' : ''}　${revision.by ?? '导入'}　${whenText(revision.created_at)}`,
  }))
  return (
    <>
      <Flex gap={8} align="center" wrap style={{ marginBottom: 12 }}>
        <span>与此版比对：</span>
        <Select
          aria-label="比对版本"
          options={options}
          value={chosen}
          onChange={setChosen}
          style={{ minWidth: 280 }}
        />
      </Flex>
      <ProblemNotice error={other.error} />
      {other.data && (
        <Differences
          before={{ title: `第 ${other.data.number} 版`, content: other.data }}
          after={{ title: `第 ${view.content.number} 版（本版）`, content: view.content }}
        />
      )}
    </>
  )
}

export type Side = { title: string; content: Content }

/** Two contents side by side: fields that differ, and both texts with what went and what came. */
export function Differences(sides: { before: Side; after: Side }) {
  return (
    <>
      <ChangedFields {...sides} />
      <SideBySide {...sides} />
    </>
  )
}

function useSectionName() {
  const sections = useSections()
  return (id: number) => sections.data?.find((section) => section.id === id)?.name ?? `编号 ${id}`
}

function ChangedFields({ before, after }: { before: Side; after: Side }) {
  const sectionName = useSectionName()
  const was = new Map(contentFacts(before.content, sectionName))
  const rows = contentFacts(after.content, sectionName)
    .map(([name, value]) => ({ name, before: was.get(name) ?? '', after: value }))
    .filter((row) => row.before !== row.after)
  if (!rows.length) return null
  const preLine = (text: string) => <span style={{ whiteSpace: 'pre-line' }}>{text || '（空）'}</span>
  return (
    <Table
      rowKey="name"
      size="small"
      className="compared"
      style={{ marginBottom: 16 }}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 480 }}
      columns={[
        { title: '有改动的项目', dataIndex: 'name', width: 140 },
        {
          title: before.title,
          dataIndex: 'before',
          render: (text) => <del>{preLine(text)}</del>,
        },
        {
          title: after.title,
          dataIndex: 'after',
          render: (text) => <ins>{preLine(text)}</ins>,
        },
      ]}
    />
  )
}

/** Unit: milliseconds. A text rewritten from end to end is compared by lines instead. */
const patience = 1500

function partsOf(before: string, after: string) {
  const exact = diffChars(before, after, { timeout: patience })
  if (exact) return exact
  const lines = (text: string) => text.split(/(?<=\n)/)
  return diffArrays(lines(before), lines(after)).map((part) => ({ ...part, value: part.value.join('') }))
}

function SideBySide({ before, after }: { before: Side; after: Side }) {
  const [was, is] = [before.content.bodyHtml, after.content.bodyHtml]
  const parts = useMemo(() => partsOf(bodyWords(was), bodyWords(is)), [was, is])
  const side = (hidden: 'added' | 'removed') =>
    parts
      .filter((part) => !part[hidden])
      .map((part, index) => {
        const key = `${index}-${part.value.length}`
        if (part.added) return <ins key={key}>{part.value}</ins>
        return part.removed ? <del key={key}>{part.value}</del> : <span key={key}>{part.value}</span>
      })
  const style = { whiteSpace: 'pre-wrap', lineHeight: 1.8, overflowWrap: 'anywhere' } as const
  return (
    <Row gutter={[16, 16]} className="compared">
      <Col xs={24} md={12}>
        <Card title={`正文：${before.title}`} style={style}>
          {side('added')}
        </Card>
      </Col>
      <Col xs={24} md={12}>
        <Card title={`正文：${after.title}`} style={style}>
          {side('removed')}
        </Card>
      </Col>
    </Row>
  )
}

/** The first revision: nothing to compare with. */
function Reading({ content }: { content: Content }) {
  const facts = contentFacts(content, useSectionName()).filter(([, value]) => value)
  const items = facts.map(([label, value]) => ({
    key: label,
    label,
    children: <span style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{value}</span>,
  }))
  return (
    <>
      <Descriptions size="small" column={{ xs: 1, md: 2 }} items={items} style={{ marginBottom: 16 }} />
      <Card title="正文" style={{ whiteSpace: 'pre-wrap', lineHeight: 1.8, overflowWrap: 'anywhere' }}>
        {bodyWords(content.bodyHtml)}
      </Card>
    </>
  )
}
