import { Alert, Button, Flex } from 'antd'
import { type KeptDraft, whenText } from '#admin'

/** Offers what an earlier visit left unsaved in this browser. */
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
      title={`本浏览器里有一份没有保存到服务器的修改（${whenText(found.at)}）。`}
      action={
        <Flex gap={8}>
          <Button size="small" type="primary" onClick={() => onTake(found)}>
            恢复
          </Button>
          <Button size="small" onClick={onDrop}>
            放弃
          </Button>
        </Flex>
      }
    />
  )
}
