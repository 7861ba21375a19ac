import { Alert } from 'antd'

export type LetterReceipt = { number: string; queryCode: string; dueOn: string | null }

/** What the agent reads out while the caller is still there. */
export function LetterAlert({ receipt: { number, queryCode, dueOn } }: { receipt: LetterReceipt }) {
  return (
    <Alert
      type="success"
      showIcon
      style={{ marginBottom: 16 }}
      title={`来信编号 ${number}，查询码 ${queryCode}`}
      description={`请现在告诉来电人，凭编号和查询码在网站上查看答复。${dueOn ? `答复期限 ${dueOn}。` : ''}`}
    />
  )
}
