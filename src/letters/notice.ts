import type { RefusalGround } from './contract.ts'
import { refusalGroundLabels } from './labels.ts'
import type { Letter } from './letter.ts'

const advice: Record<RefusalGround, (authority: string) => string> = {
  not_our_duty: (authority) => `请向${authority}反映。`,
  petition_channel: (authority) => `该事项属于信访事项，请向${authority}提出。`,
  in_lawsuit_or_review: (authority) => `该事项应当通过诉讼、行政复议或者仲裁解决，请向${authority}提出。`,
  disclosure_request: () => '您需要的是政府信息，请通过本站“依申请公开”提交申请。',
  unclear: () => '请补充时间、地点和具体事项后重新写信。',
  repeated: () => '此前的答复仍然有效，请凭原来信的编号查询。',
  abusive: () => '请去除有关内容后重新写信。',
}

/** What the sender is told when a letter is not taken up: why, and where to turn. Source: rules.md 5.1. */
export function refusalNotice(
  letter: Pick<Letter, 'status' | 'refusalGround' | 'authority'>,
  note = '',
): string | undefined {
  const { refusalGround: ground, authority, status } = letter
  if (!ground) return undefined
  const done = status === 'routed' ? `我们已经将来信转送${authority}，您也可以直接联系。` : ''
  const said = note ? `${note.replace(/[。.]?$/, '')}。` : ''
  return `您的来信${refusalGroundLabels[ground]}。${said}${done || advice[ground](authority || '有权处理的机关')}`
}
