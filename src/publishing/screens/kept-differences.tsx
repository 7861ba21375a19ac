import { Collapse } from 'antd'
import { type KeptDraft, whenText } from '#admin'
import type { ArticleContent } from '#publishing/contract'
import type { Content } from './article-view.ts'
import { Differences } from './compared.tsx'
import { contentOfForm } from './content-of-form.ts'

/** What restoring would change: the newest version beside what was kept, so that nobody's work is undone unseen. */
export function KeptDifferences({ found, newest }: { found: KeptDraft; newest: Content }) {
  const before = { title: `最新版本（第 ${newest.number} 版）`, content: offered(newest) }
  const after = { title: `您的修改（${whenText(found.at)}）`, content: mine(found.values, newest) }
  return (
    <Collapse
      style={{ marginBottom: 16 }}
      defaultActiveKey={['differences']}
      items={[
        {
          key: 'differences',
          label: '恢复前请对照：最新版本与您的修改',
          children: <Differences before={before} after={after} />,
        },
      ]}
    />
  )
}

/** The form names no files of the text, and no fingerprint of a file: the newest version knows those it has. */
function mine(values: Record<string, unknown>, newest: Content): Content {
  const { attachments = [], ...fields } = contentOfForm(values)
  const known = new Map(newest.attachments.map((file) => [file.fileId, file]))
  const files = attachments.map((file: ArticleContent['attachments'][number]) => ({
    sizeBytes: 0,
    sha256: '',
    ...known.get(file.fileId),
    ...file,
  }))
  return { ...newest, ...fields, attachments: files }
}

const offered = (content: Content): Content => ({
  ...content,
  attachments: content.attachments.filter((file) => file.role !== 'inline'),
})
