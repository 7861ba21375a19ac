import { identityKindLabels } from '../labels.ts'
import type { PersonExport } from './export-person.ts'

type Case = PersonExport['cases'][number]

/** The export as the person reads it, on paper or on a screen. Law: PIPL art. 45. */
export function personInWords({ exportedOn, copies, cases }: PersonExport): string {
  const head = [
    '本机关保存的您的个人信息（依申请公开）',
    `导出日期：${exportedOn}`,
    `共${cases.length}件申请`,
    copies,
  ]
  return [...head, ...cases.flatMap((one) => ['', ...caseInWords(one)])].join('\r\n')
}

function caseInWords(one: Case): string[] {
  return [
    `申请编号：${one.number}`,
    `状态：${[one.status, one.outcome].filter(Boolean).join('，')}`,
    `收到日期：${one.receivedOn ?? '—'}　答复日期：${one.answeredOn ?? '—'}`,
    ...applicantInWords(one.applicant),
    `申请内容：${one.description ?? '已删除'}`,
    ...one.written.map(({ on, what, words }) => `${on} ${what}：${words}`),
    ...one.files.map(
      ({ what, name, sizeBytes, sha256 }) => `文件：${what}　${name}　${sizeBytes}字节　SHA-256 ${sha256}`,
    ),
    ...one.letters.map(
      ({ letter, documentNumber, madeOn }) => `文书：${letter}　${documentNumber}　${madeOn}`,
    ),
    ...one.answers.flatMap(({ outcome, legalBasis, body, parts }) => [
      `答复：${outcome}（${legalBasis}）`,
      body,
      ...parts.map(({ part, outcome: of, reason }) => `　${part}：${of}${reason ? `，${reason}` : ''}`),
    ]),
    ...one.remedies.map(({ what, filedOn, result, decidedOn, note }) =>
      [`救济：${what}`, filedOn, result, decidedOn, note].filter(Boolean).join('　'),
    ),
    '办理过程：',
    ...one.log.map(({ on, what }) => `　${on}　${what}`),
  ]
}

function applicantInWords(applicant: Case['applicant']): string[] {
  if (!applicant) return ['申请人信息：已删除']
  const { identityKind, identityNumber } = applicant
  const given: [string, string][] = [
    ['姓名或者名称', applicant.name],
    [identityKindLabels[identityKind], identityNumber],
    ['联系电话', applicant.telephone],
    ['电子邮箱', applicant.email],
    ['传真号码', applicant.fax ?? ''],
    ['通信地址', applicant.address],
    ['负责人', applicant.representative ?? ''],
    ['联系人', applicant.contactName ?? ''],
  ]
  return given.filter(([, text]) => text).map(([label, text]) => `${label}：${text}`)
}
