import { Descriptions, Drawer, Typography } from 'antd'
import { whenText } from '#admin'
import { actionLabel, subjectLabel } from '../labels.ts'
import type { EntryView } from './entry-view.ts'

export function EntryDetail({ entry, onClose }: { entry: EntryView | undefined; onClose: () => void }) {
  return (
    <Drawer open={entry !== undefined} onClose={onClose} title={`第 ${entry?.id ?? ''} 条`} size={520}>
      {entry && (
        <>
          <Descriptions
            column={1}
            size="small"
            items={[
              { key: 'at', label: '时间', children: whenText(entry.at) },
              { key: 'actor', label: '操作人', children: entry.actorName },
              { key: 'action', label: '操作', children: `${actionLabel(entry.action)}（${entry.action}）` },
              {
                key: 'subject',
                label: '对象',
                children: `${subjectLabel(entry.subjectKind)} ${entry.subjectId}`,
              },
              { key: 'algorithm', label: '哈希算法', children: entry.algorithm },
              { key: 'before', label: '前一条哈希', children: <Hash text={entry.previousHash} /> },
              { key: 'hash', label: '本条哈希', children: <Hash text={entry.hash} /> },
            ]}
          />
          <Typography.Title level={2} style={{ fontSize: 16 }}>
            内容（计入哈希的原文）
          </Typography.Title>
          <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {JSON.stringify(entry.detail, null, 2)}
          </pre>
        </>
      )}
    </Drawer>
  )
}

const Hash = ({ text }: { text: string }) => <code style={{ overflowWrap: 'anywhere' }}>{text}</code>
