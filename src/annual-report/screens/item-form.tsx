import { Button, Card, Flex, Input, Typography } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice, whenText } from '#admin'
import type { ReportItemView, ReportView } from '#annual-report/contract'

/** What no business record tells, part by part; each is saved on its own with its source. */
export function ItemForm({ view, onSaved }: { view: ReportView; onSaved: () => Promise<void> }) {
  const parts = [...Map.groupBy(view.items, (item) => item.part)]
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">
        其余数字由系统从业务记录统计，不需要填写。这里的数字请注明来源，填写人和时间会自动记录。
      </Typography.Text>
      {parts.map(([part, items]) => (
        <Card key={part} title={part} size="small">
          <Flex vertical gap={20}>
            {items.map((item) => (
              <Item
                key={`${view.year} ${item.key}`}
                item={item}
                year={view.year}
                editable={view.abilities.write}
                onSaved={onSaved}
              />
            ))}
          </Flex>
        </Card>
      ))}
    </Flex>
  )
}

type ItemProps = { item: ReportItemView; year: number; editable: boolean; onSaved: () => Promise<void> }

function Item({ item, year, editable, onSaved }: ItemProps) {
  const [value, setValue] = useState(item.value ?? '')
  const [source, setSource] = useState(item.source)
  const [error, setError] = useState<unknown>()
  const [saving, setSaving] = useState(false)
  const changed = value !== (item.value ?? '') || source !== item.source
  const isText = item.kind === 'text'
  const save = async () => {
    setSaving(true)
    try {
      await call('PUT', `/annual-reports/${year}/items/${item.key}`, { value, source })
      setError(undefined)
      await onSaved()
    } catch (problem) {
      setError(problem)
    } finally {
      setSaving(false)
    }
  }
  return (
    <div>
      <Typography.Text strong>{item.label}</Typography.Text>
      <ProblemNotice error={error} />
      <Flex gap={8} wrap align={isText ? 'end' : 'center'} style={{ marginTop: 6 }}>
        {isText ? (
          <Input.TextArea
            aria-label={item.label}
            autoSize={{ minRows: 3, maxRows: 16 }}
            disabled={!editable}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        ) : (
          <>
            <Input
              aria-label={item.label}
              suffix={item.unit}
              disabled={!editable}
              value={value}
              onChange={(event) => setValue(event.target.value)}
              style={{ width: 170 }}
            />
            <Input
              aria-label={`${item.label}的来源`}
              placeholder="来源，例如：办公室台账"
              disabled={!editable}
              value={source}
              onChange={(event) => setSource(event.target.value)}
              style={{ flex: 1, minWidth: 200 }}
            />
          </>
        )}
        <Button disabled={!editable || !changed} loading={saving} onClick={() => void save()}>
          保存
        </Button>
      </Flex>
      {item.recordedBy && (
        <Typography.Text type="secondary" style={{ fontSize: 13 }}>
          {item.recordedBy}　{whenText(item.recordedAt)}
        </Typography.Text>
      )}
    </div>
  )
}
