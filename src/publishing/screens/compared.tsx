import { useQuery } from '@tanstack/react-query'
import { Card, Col, Flex, Row, Select } from 'antd'
import { diffChars } from 'diff'
import { useMemo, useState } from 'react'
import { call, ProblemNotice, whenText } from '#admin'
import type { ArticleView, Content } from './article-view.ts'
import './editor/rich-text.css'

/** The text side by side with another revision: what went and what came. */
export function Compared({ view }: { view: ArticleView }) {
  const earlier = view.revisions.filter((revision) => revision.id !== view.content.id)
  const [chosen, setChosen] = useState<number | undefined>(view.published?.id ?? earlier[0]?.id)
  const other = useQuery({
    queryKey: ['revision', chosen],
    queryFn: () => call<Content>('GET', `/revisions/${chosen}`),
    enabled: chosen !== undefined && chosen !== view.content.id,
  })
  if (!earlier.length) return <Text title="本版" content={view.content} />
  const options = earlier.map((revision) => ({
    value: revision.id,
    label: `第 ${revision.number} 版　${revision.by ?? '导入'}　${whenText(revision.created_at)}`,
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
      {other.data && <SideBySide before={other.data} after={view.content} />}
    </>
  )
}

function SideBySide({ before, after }: { before: Content; after: Content }) {
  const parts = useMemo(() => diffChars(wordsOf(before), wordsOf(after)), [before, after])
  const side = (hidden: 'added' | 'removed') =>
    parts
      .filter((part) => !part[hidden])
      .map((part, index) => {
        const key = `${index}-${part.value.length}`
        if (part.added) return <ins key={key}>{part.value}</ins>
        return part.removed ? <del key={key}>{part.value}</del> : <span key={key}>{part.value}</span>
      })
  const style = { whiteSpace: 'pre-wrap', lineHeight: 1.8 } as const
  return (
    <Row gutter={16} className="compared">
      <Col xs={24} md={12}>
        <Card title={`第 ${before.number} 版`} style={style}>
          {side('added')}
        </Card>
      </Col>
      <Col xs={24} md={12}>
        <Card title={`第 ${after.number} 版（本版）`} style={style}>
          {side('removed')}
        </Card>
      </Col>
    </Row>
  )
}

function Text({ title, content }: { title: string; content: Content }) {
  return (
    <Card title={title} style={{ whiteSpace: 'pre-wrap', lineHeight: 1.8 }}>
      {wordsOf(content)}
    </Card>
  )
}

const wordsOf = (content: Content) =>
  [content.title, content.summary, content.bodyText].filter(Boolean).join('\n\n')
