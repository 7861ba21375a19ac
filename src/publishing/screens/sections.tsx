import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Flex, Input, Table, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { call, PageTitle, ProblemNotice, saveCsv } from '#admin'
import { sectionKindLabels } from '../labels.ts'
import type { SectionRow } from './article-view.ts'
import { SectionDialog } from './section-dialog.tsx'
import { SectionEndDialog } from './section-end-dialog.tsx'
import { SectionGroups } from './section-groups.tsx'
import { movedBy, placedBefore, type SectionNode, treeOf } from './section-tree.ts'
import { StandardSections } from './standard-sections.tsx'
import { useSections } from './use-sections.ts'

/** The tree of sections: their tags, order, owner, freshness, shortcut, and their end; and the groups that are counted. */
export function Sections() {
  const sections = useSections()
  const [edited, setEdited] = useState<Partial<SectionRow>>()
  const [ending, setEnding] = useState<SectionRow>()
  const rows = sections.data ?? []
  return (
    <>
      <PageTitle text="栏目">
        <Button type="primary" onClick={() => setEdited({})}>
          新建栏目
        </Button>
      </PageTitle>
      <ProblemNotice error={sections.error} />
      <Tabs
        items={[
          {
            key: 'tree',
            label: '栏目树',
            children:
              sections.data?.length === 0 ? (
                <StandardSections />
              ) : (
                <SectionTable rows={rows} loading={sections.isPending} onEdit={setEdited} onEnd={setEnding} />
              ),
          },
          { key: 'groups', label: '统计分组', children: <SectionGroups sections={rows} /> },
        ]}
      />
      {edited && <SectionDialog row={edited} rows={rows} onClose={() => setEdited(undefined)} />}
      {ending && <SectionEndDialog row={ending} rows={rows} onClose={() => setEnding(undefined)} />}
    </>
  )
}

function SectionTable({
  rows,
  loading,
  onEdit,
  onEnd,
}: {
  rows: SectionRow[]
  loading: boolean
  onEdit: (row: SectionRow) => void
  onEnd: (row: SectionRow) => void
}) {
  const queries = useQueryClient()
  const [search, setSearch] = useSearchParams()
  const [dragged, setDragged] = useState<number>()
  const onlyOverdue = search.has('overdue')
  const order = useMutation({
    mutationFn: (body: { parentId: number | null; ids: number[] }) => call('PUT', '/section-order', body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sections'] }),
  })
  const step = (row: SectionRow, by: -1 | 1) => {
    const ids = movedBy(rows, row, by)
    if (ids) order.mutate({ parentId: row.parent_id, ids })
  }
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const shown = rows.filter(
    (row) =>
      (!onlyOverdue || row.overdue) &&
      `${row.name} ${row.code} ${row.owner ?? ''}`.toLowerCase().includes(wanted),
  )
  if (loading) return <Table loading />
  return (
    <>
      <ProblemNotice error={order.error} />
      <Flex justify="space-between" align="center" wrap gap={8} style={{ marginBottom: 12 }}>
        <Flex align="center" wrap gap={12} role="search" aria-label="筛选">
          <Input.Search
            aria-label="在栏目中查找"
            placeholder="名称、代码或者处室"
            allowClear
            onChange={(event) => setWords(event.target.value)}
            style={{ width: 240, maxWidth: '100%' }}
          />
          <Checkbox
            checked={onlyOverdue}
            onChange={(event) => setSearch(event.target.checked ? { overdue: 'true' } : {})}
          >
            只看超期未更新的栏目
          </Checkbox>
        </Flex>
        <Button onClick={() => saveSections(shown)}>导出 CSV</Button>
      </Flex>
      <Table<SectionNode>
        key={`${onlyOverdue} ${wanted}`}
        rowKey="id"
        size="small"
        dataSource={treeOf(shown)}
        pagination={false}
        scroll={{ x: 1080 }}
        expandable={{ defaultExpandAllRows: true }}
        locale={{
          emptyText: wanted ? '没有符合的栏目' : onlyOverdue ? '没有超期未更新的栏目' : '还没有栏目',
        }}
        onRow={(row) => ({
          draggable: row.status === 'active',
          onDragStart: () => setDragged(row.id),
          onDragOver: (event) => event.preventDefault(),
          onDrop: () =>
            dragged !== undefined &&
            dragged !== row.id &&
            order.mutate({ parentId: row.parent_id, ids: placedBefore(rows, dragged, row) }),
        })}
        columns={[
          { title: '名称', render: (_, row) => <Name row={row} rows={rows} /> },
          { title: '代码', dataIndex: 'code', width: 130 },
          {
            title: '类型',
            width: 90,
            render: (_, row) => sectionKindLabels[row.kind as keyof typeof sectionKindLabels],
          },
          { title: '责任处室', dataIndex: 'owner', width: 110, render: (owner) => owner ?? '—' },
          { title: '最近更新', width: 190, render: (_, row) => <Freshness row={row} /> },
          { title: '首页位置', dataIndex: 'shortcut_position', width: 80, render: (at) => at ?? '—' },
          {
            title: '操作',
            width: 230,
            render: (_, row) => (
              <Flex wrap>
                {row.status === 'active' && (
                  <>
                    <Button
                      type="link"
                      size="small"
                      aria-label={`${row.name}上移`}
                      disabled={!movedBy(rows, row, -1)}
                      onClick={() => step(row, -1)}
                    >
                      上移
                    </Button>
                    <Button
                      type="link"
                      size="small"
                      aria-label={`${row.name}下移`}
                      disabled={!movedBy(rows, row, 1)}
                      onClick={() => step(row, 1)}
                    >
                      下移
                    </Button>
                  </>
                )}
                <Button type="link" size="small" onClick={() => onEdit(row)}>
                  修改
                </Button>
                {row.status === 'active' && (
                  <Button type="link" size="small" danger onClick={() => onEnd(row)}>
                    停用
                  </Button>
                )}
              </Flex>
            ),
          },
        ]}
      />
    </>
  )
}

function Name({ row, rows }: { row: SectionRow; rows: readonly SectionRow[] }) {
  const into = rows.find((other) => other.id === row.merged_into_id)
  return (
    <>
      {row.name} {row.status === 'retired' && <Tag>已停用</Tag>}
      {row.status === 'merged' && <Tag>已并入{into ? `“${into.name}”` : ''}</Tag>}
    </>
  )
}

function Freshness({ row }: { row: SectionRow }) {
  const rule = row.freshness_days ? `，每 ${row.freshness_days} 天` : ''
  return (
    <>
      {row.newest_on ?? '还没有信息'}
      {rule} {row.overdue && <Tag color="red">超期</Tag>}
    </>
  )
}

const states: Readonly<Record<string, string>> = { active: '在用', retired: '已停用', merged: '已合并' }
const saveSections = (rows: readonly SectionRow[]) =>
  saveCsv(
    '栏目',
    ['名称', '代码', '类型', '责任处室', '最近更新', '更新要求（天）', '状态'],
    rows.map((row) => [
      row.name,
      row.code,
      sectionKindLabels[row.kind as keyof typeof sectionKindLabels],
      row.owner ?? '',
      row.newest_on ?? '',
      row.freshness_days ?? '',
      states[row.status] ?? row.status,
    ]),
  )
