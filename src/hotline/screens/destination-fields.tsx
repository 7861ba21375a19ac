import { Alert } from 'antd'
import { LetterFields } from './letter-fields.tsx'
import { TransferFields } from './transfer-fields.tsx'

/** Where a call goes that is not answered at the desk; a letter is opened with the call, in one step. */
export function DestinationFields({ outcome }: { outcome: string | undefined }) {
  if (outcome === 'transferred') return <TransferFields />
  if (outcome === 'turned_into_letter') return <LetterFields within={['letter']} />
  if (outcome === 'turned_into_request')
    return (
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 20 }}
        title="保存后由公开工作机构登记"
        description="口头申请由政府信息公开工作机构代为填写，并与来电人核对身份证明（第二十九条）。请记下来电人的姓名和电话。"
      />
    )
  return null
}
