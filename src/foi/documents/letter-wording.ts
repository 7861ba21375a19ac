import type { LetterKind } from './letter-kinds.ts'

/** One letter's title and paragraphs with fields in braces; `{body}` and `{letter}` alone stand for paragraphs. */
export type Wording = { title: string; paragraphs: readonly string[] }

const opening =
  '{receivedOn}，本机关收到您（单位）提交的政府信息公开申请（编号：{requestNumber}），申请内容为：{description}'
const contact = '联系方式：{office}，地址：{address}，电话：{telephone}。'
const answer = (decision: string): readonly string[] => [
  opening,
  `经审查，${decision}`,
  '{body}',
  '{remedies}',
]

/** The built-in wording, from which the agency's own Word templates begin. Law: Order 711 art. 30, 32-39, 42. */
export const wordings = {
  receipt: {
    title: '政府信息公开申请登记回执',
    paragraphs: [
      opening,
      '本机关已予登记，将依照{law}的规定，{answerBy}。依法需要补正、征求意见或者延期的，另行告知。',
      '您（单位）可以凭申请编号{requestNumber}和查询码{queryCode}，在本机关网站“依申请公开”栏目的“查询进度”页面查看办理情况、补正申请和领取答复。查询码请妥善保管；遗失的，请携带证件到本机关信息公开工作机构重新领取，原查询码随即失效。',
      contact,
    ],
  },
  correction_notice: {
    title: '政府信息公开申请补正告知书',
    paragraphs: [
      opening,
      '经审查，您（单位）的申请内容不明确。依照{law}{correctionArticle}的规定，请于{respondBy}前（含当日）补正以下内容：',
      '{items}',
      '答复期限自本机关收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该申请。',
      contact,
    ],
  },
  extension_notice: {
    title: '政府信息公开延期答复告知书',
    paragraphs: [
      opening,
      '因不能在规定的期限内答复，依照{law}{extensionArticle}的规定，经本机关信息公开工作机构负责人同意，答复期限延长{workingDays}个工作日，{answerBy}。',
      '延长的理由：{reason}',
      contact,
    ],
  },
  third_party_consultation: {
    title: '征求第三方意见函',
    paragraphs: [
      '本机关收到政府信息公开申请（编号：{requestNumber}），所申请的信息涉及您（单位），公开后可能损害您（单位）的合法权益。申请内容为（个人信息已遮盖）：{description}',
      '{letter}',
      '依照{law}{consultationArticle}的规定，现征求您（单位）的意见。请自收到本函之日起{opinionWithin}个工作日内书面告知是否同意公开；不同意公开的，请说明理由。',
      '逾期未提出意见的，由本机关依照规定决定是否公开。本机关认为不公开可能对公共利益造成重大影响的，可以决定公开，并将决定公开的内容和理由书面告知您（单位）。',
      contact,
    ],
  },
  other_agency_consultation: {
    title: '征求意见函',
    paragraphs: [
      '本机关收到政府信息公开申请（编号：{requestNumber}），所申请的信息由本机关牵头、与贵单位共同制作。申请内容为（个人信息已遮盖）：{description}',
      '{letter}',
      '依照{law}的规定，现征求贵单位的意见。请自收到本函之日起{opinionWithin}个工作日内提出意见{silence}。',
      contact,
    ],
  },
  third_party_decision: {
    title: '决定公开政府信息告知书',
    paragraphs: [
      '本机关就政府信息公开申请（编号：{requestNumber}）征求过您（单位）的意见，您（单位）不同意公开。征求意见的内容如下：',
      '{letter}',
      '本机关认为不公开会对公共利益造成重大影响，依照{law}{consultationArticle}的规定，决定予以公开。理由：{reason}',
      '{remedies}',
      contact,
    ],
  },
  fee_notice: {
    title: '政府信息公开信息处理费收费通知',
    paragraphs: [
      opening,
      '您（单位）申请公开政府信息的数量、频次明显超过合理范围。依照{law}{feeArticle}和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，本机关决定收取信息处理费{amount}元。',
      '收费标准：{feeStandard}',
      '计算方法：{feeBasis}',
      '缴费方式：{feeWay}',
      '请自收到本通知次日起{payWithin}个工作日内缴纳。逾期未缴纳的，视为放弃申请，本机关不再处理该申请；缴费后答复期限重新计算。',
      contact,
    ],
  },
  answer_granted: {
    title: '政府信息公开告知书',
    paragraphs: answer('您（单位）申请的信息予以公开。依据：{legalBasis}。'),
  },
  answer_already_public: {
    title: '政府信息公开告知书',
    paragraphs: answer('您（单位）申请的信息已经主动公开。依据：{legalBasis}。获取该信息的方式、途径如下：'),
  },
  answer_partly_granted: {
    title: '政府信息部分公开告知书',
    paragraphs: answer(
      '您（单位）申请的信息含有不应当公开的内容，能够作区分处理，现将可以公开的内容提供给您（单位）。依据：{legalBasis}。各部分的处理和理由如下：',
    ),
  },
  answer_refused: {
    title: '政府信息不予公开告知书',
    paragraphs: answer('您（单位）申请的信息不予公开。依据：{legalBasis}。理由如下：'),
  },
  answer_not_held: {
    title: '政府信息不存在告知书',
    paragraphs: answer('经检索没有您（单位）所申请的信息。依据：{legalBasis}。检索情况如下：'),
  },
  answer_other_agency: {
    title: '不属于本机关公开告知书',
    paragraphs: answer('您（单位）所申请的信息不属于本机关负责公开。依据：{legalBasis}。'),
  },
  answer_must_create: {
    title: '政府信息公开告知书',
    paragraphs: answer(
      '您（单位）所申请的信息没有现成信息，需要对现有政府信息进行加工、分析，本机关不予提供。依据：{legalBasis}。',
    ),
  },
  answer_unclear: {
    title: '政府信息公开告知书',
    paragraphs: answer('您（单位）补正后的申请内容仍不明确，本机关无法提供。依据：{legalBasis}。'),
  },
  answer_unprocessed: {
    title: '政府信息公开申请不予处理告知书',
    paragraphs: answer('您（单位）的申请不予处理。依据：{legalBasis}。理由如下：'),
  },
  answer_ended: {
    title: '政府信息公开申请终止办理告知书',
    paragraphs: [opening, '本机关不再处理该申请。依据：{legalBasis}。', '{body}', '{remedies}'],
  },
} satisfies Record<LetterKind, Wording>
