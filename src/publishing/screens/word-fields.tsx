import { Form, Input } from 'antd'
import type { Finding } from '#publishing/contract'

export type Words = Record<string, string>

/** A field for each warning, once a code: what somebody says who lets it pass. */
export function WordFields({ findings }: { findings: readonly Finding[] }) {
  const warnings = findings.filter(({ level }) => level === 'warning')
  const first = new Map(warnings.toReversed().map((finding) => [finding.code, finding]))
  return [...first.values()].toReversed().map(({ code, text }) => (
    <Form.Item
      key={code}
      name={['words', code]}
      label={`提醒：${text}`}
      rules={[{ required: true, message: '请写明处理意见' }]}
    >
      <Input placeholder="处理意见" maxLength={500} />
    </Form.Item>
  ))
}

export const acceptedOf = (words: Words = {}) =>
  Object.entries(words)
    .filter(([, word]) => word)
    .map(([code, word]) => ({ code, word }))
