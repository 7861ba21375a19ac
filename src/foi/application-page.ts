import { type Html, html, join } from '#platform/html'
import {
  type Agency,
  errorSummary,
  type Filled,
  personalDataNotice,
  selectField,
  textArea,
  textField,
} from '#site'
import { identityKindsOf } from './applicant-rules.ts'
import { type ApplicantKind, applicantKinds } from './contract.ts'
import { applicantKindLabels, deliveryLabels, formLabels, helpLabels, identityKindLabels } from './labels.ts'
import type { RetentionPeriod } from './privacy/retention-period.ts'

const kindHints: Record<ApplicantKind, string> = {
  natural_person: '以个人名义申请',
  business: '公司、企业、个体工商户',
  research: '科研院所、高等学校等',
  social_welfare: '社会团体、基金会、社会服务机构等',
  legal_service: '律师事务所等',
  other_organization: '其他法人或者组织',
}

/**
 * Said before anything is asked, and who asks: a person, or one of five kinds of organisation, sees only its own fields.
 * Law: PIPL art. 17 (who, why, how, what, how long, which rights), art. 6 (minimum), art. 30; Order 711 art. 29.
 */
export function beforeTheForm(agency: Agency, retention: RetentionPeriod | undefined): Html {
  const office = agency.disclosureOffice || agency.hostName
  const kinds = applicantKinds.map(
    (kind) =>
      html`<li><a href="/requests/new?kind=${kind}">${kind === 'natural_person' ? '' : '单位：'}${applicantKindLabels[kind]}</a><span class="quiet">${kindHints[kind]}</span></li>`,
  )
  return html`<h1>申请公开政府信息</h1>
<h2>填写之前，请先了解我们怎样处理您的个人信息</h2>
${personalDataNotice(agency, {
  office,
  why: '核对申请人身份、与您联系、送达答复，没有别的用途。（条例第二十九条）',
  what: '姓名或者名称、证件号码和证件照片、联系方式、您写的申请内容。不办理申请的信息不收集。',
  how: '证件信息属于敏感个人信息，加密保存，只有承办人可以查看，每次查看都有记录。答复目录不公开您的任何个人信息。',
  retention,
  from: '答复后',
  alsoKept: '没有提交的草稿和上传的文件一天后删除',
  rights: '可以查阅、复制、更正您的个人信息，期限届满可以要求删除',
})}
<h2>您以什么身份申请</h2>
<ul class="doors">${join(kinds)}</ul>
<p class="quiet">不方便填写的，可以<a href="/requests/form">打印空白申请表</a>，或者到现场口述，由工作人员代为填写。阅读、视听有困难的，可以在申请表里说明，我们提供帮助。（条例第二十九条、第四十三条）</p>`
}

type Form = { filled: Filled; key: string; kind: ApplicantKind; proofName: string | undefined }

/** The form of art. 29; it works without scripts, and what was typed and uploaded stays on an error. Law: Order 711 art. 29 ¶2. */
export function applicationForm({ filled, key, kind, proofName }: Form): Html {
  return html`<h1>申请公开政府信息</h1>
${errorSummary(filled)}
<form class="form" method="post" action="/requests" enctype="multipart/form-data" novalidate>
<input type="hidden" name="key" value="${key}"><input type="hidden" name="applicantKind" value="${kind}">
<fieldset><legend>一、申请人：${applicantKindLabels[kind]}</legend>
<p class="quiet"><a href="/requests/new">换一种身份申请</a>。个人信息怎样处理，见<a href="/requests/new">填写前的说明</a>。</p>
${kind === 'natural_person' ? personFields(filled) : organizationFields(filled, kind)}
${contactFields(filled)}
${selectField(filled, { name: 'help', label: '需要的帮助', options: helpLabels, hint: '阅读、视听有困难的，我们提供必要的帮助。' })}
</fieldset>
<fieldset><legend>二、所需信息</legend>
${textArea(filled, { name: 'description', label: '信息的名称、文号或者其他特征', required: true, rows: 6, hint: '写得越具体，找得越快。例如：2017年度市级小微企业担保补助资金分配结果。' })}
${textField(filled, { name: 'documentNumber', label: '文号', most: 100, hint: '知道文号时填写，例如 江财金〔2018〕3号。' })}
${selectField(filled, { name: 'formWanted', label: '信息的形式', options: formLabels })}
${selectField(filled, { name: 'delivery', label: '获取方式', options: deliveryLabels })}
</fieldset>
<fieldset><legend>三、身份证明</legend>${proofField(filled, kind, proofName)}</fieldset>
<p class="trap" hidden><label>请不要填写此项<input name="website" tabindex="-1" autocomplete="off"></label></p>
<div class="actions"><button>下一步：核对</button><a class="button" href="/requests">返回</a></div>
</form>`
}

const identityOptions = (kind: ApplicantKind) =>
  Object.fromEntries(identityKindsOf(kind).map((identity) => [identity, identityKindLabels[identity]]))

function personFields(filled: Filled): Html {
  return html`${textField(filled, { name: 'name', label: '姓名', required: true, autocomplete: 'name', most: 100 })}
${selectField(filled, { name: 'identityKind', label: '证件类型', options: identityOptions('natural_person'), required: true })}
${textField(filled, { name: 'identityNumber', label: '证件号码', required: true, most: 50 })}`
}

function organizationFields(filled: Filled, kind: ApplicantKind): Html {
  return html`${textField(filled, { name: 'name', label: '单位名称', required: true, autocomplete: 'organization', most: 100 })}
${selectField(filled, { name: 'identityKind', label: '证照类型', options: identityOptions(kind), required: true })}
${textField(filled, { name: 'identityNumber', label: '证照号码', required: true, most: 50 })}
${textField(filled, { name: 'representative', label: '法定代表人或者负责人', most: 100 })}
${textField(filled, { name: 'contactName', label: '联系人', required: true, autocomplete: 'name', most: 100 })}`
}

function contactFields(filled: Filled): Html {
  return html`${textField(filled, { name: 'telephone', label: '联系电话', type: 'tel', required: true, autocomplete: 'tel', most: 30, hint: '我们会打这个电话与您确认收到申请，从确认之日起计算答复期限。' })}
${textField(filled, { name: 'email', label: '电子邮箱', autocomplete: 'email', most: 100, hint: '选择电子邮件送达时请填写。' })}
${textField(filled, { name: 'address', label: '通信地址', autocomplete: 'street-address', most: 300, hint: '选择邮寄时请填写。' })}
${textField(filled, { name: 'fax', label: '传真号码', type: 'tel', most: 30, hint: '选择传真时请填写，例如 010-12345678。' })}`
}

/** Last in the form: a file that is too large is read past, and the words before it are kept. */
function proofField({ errors }: Filled, kind: ApplicantKind, proofName: string | undefined): Html {
  const what = kind === 'natural_person' ? '证件' : '营业执照或者其他证照'
  const already = proofName
    ? html`<p class="notice" id="proof-kept">已上传：${proofName}。不需要重新上传；要更换的，请再选一个文件。</p>`
    : ''
  const wrong = errors.proof ? html`<span class="wrong" id="proof-error">${errors.proof}</span>` : ''
  const invalid = errors.proof ? html` aria-invalid="true"` : ''
  const described = ['proof-hint', errors.proof ? 'proof-error' : '', proofName ? 'proof-kept' : '']
  return html`${already}<div class="field"><label for="proof">${what}的照片或者扫描件${proofName ? '' : html`<span class="must">（必填）</span>`}</label><span class="hint" id="proof-hint">pdf、jpg 或者 png 文件，不超过10MB。加密保存。</span>${wrong}<input id="proof" name="proof" type="file" accept=".pdf,.jpg,.jpeg,.png"${invalid} aria-describedby="${described.filter(Boolean).join(' ')}"></div>`
}
