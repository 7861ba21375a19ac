import { Alert, Button, Flex, Popconfirm } from 'antd'
import { type KeptDraft, whenText } from '#admin'

/** Offers what an earlier visit left unsaved. */
export function KeptDraftNotice({
  found,
  onTake,
  onDrop,
}: {
  found: KeptDraft | undefined
  onTake: (draft: KeptDraft) => void
  onDrop: () => void
}) {
  if (!found) return null
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title={`您有一份还没有保存的修改（${whenText(found.at)}）。`}
      action={
        <Flex gap={8}>
          <Button size="small" type="primary" onClick={() => onTake(found)}>
            恢复
          </Button>
          <Popconfirm title="放弃后不能找回这份修改。" okText="放弃修改" cancelText="返回" onConfirm={onDrop}>
            <Button size="small">放弃</Button>
          </Popconfirm>
        </Flex>
      }
    />
  )
}
