import { type Html, html } from '#platform/html'
import { errorSummary, type Filled, selectField, textArea, textField } from '#site'
import { applicantKindLabels, deliveryLabels, formLabels, identityKindLabels } from './labels.ts'

/** Said before anything is asked. Law: PIPL art. 17 (purpose, way, period), art. 6 (minimum). */
const collectionNotice = html`<div class="notice"><p><strong>我们只收集办理申请必须的信息。</strong>姓名、证件和联系方式只用于核对身份、联系和送达，加密保存，只有承办人可以查看，每次查看都有记录。答复目录不会公开您的任何个人信息。</p></div>`

/** The form of art. 29; it works without scripts, and what was typed stays on an error. Law: Order 711 art. 29 ¶2. */
export function applicationForm(filled: Filled, key: string): Html {
  return html`<h1>申请公开政府信息</h1>
${errorSummary(filled)}
${collectionNotice}
<form class="form" method="post" action="/requests" novalidate>
<input type="hidden" name="key" value="${key}">
<fieldset><legend>一、申请人</legend>
${selectField(filled, { name: 'applicantKind', label: '申请人类型', options: applicantKindLabels, required: true })}
${textField(filled, { name: 'name', label: '姓名或者单位名称', required: true, autocomplete: 'name', most: 100 })}
${selectField(filled, { name: 'identityKind', label: '证件类型', options: identityKindLabels, required: true })}
${textField(filled, { name: 'identityNumber', label: '证件号码', required: true, most: 50 })}
${textField(filled, { name: 'telephone', label: '联系电话', type: 'tel', required: true, autocomplete: 'tel', most: 30, hint: '我们会打这个电话与您确认收到申请，从确认之日起计算答复期限。' })}
${textField(filled, { name: 'email', label: '电子邮箱', type: 'email', autocomplete: 'email', most: 100 })}
${textField(filled, { name: 'address', label: '通信地址', autocomplete: 'street-address', most: 300, hint: '选择邮寄时请填写。' })}
${textField(filled, { name: 'contactName', label: '单位联系人', most: 100, hint: '单位申请时填写。' })}
</fieldset>
<fieldset><legend>二、所需信息</legend>
${textArea(filled, { name: 'description', label: '信息的名称、文号或者其他特征', required: true, rows: 6, hint: '写得越具体，找得越快。例如：2017年度市级小微企业担保补助资金分配结果。' })}
${textField(filled, { name: 'documentNumber', label: '文号', most: 100, hint: '知道文号时填写，例如 江财金〔2018〕3号。' })}
${selectField(filled, { name: 'formWanted', label: '信息的形式', options: formLabels })}
${selectField(filled, { name: 'delivery', label: '获取方式', options: deliveryLabels })}
</fieldset>
<p class="trap" hidden><label>请不要填写此项<input name="website" tabindex="-1" autocomplete="off"></label></p>
<div class="actions"><button>提交申请</button><a class="button" href="/requests">返回</a></div>
</form>`
}

/** For the counter and the letter: the same questions on paper. */
export function blankForm(): Html {
  const row = (name: string, height = '') =>
    html`<tr><th scope="row">${name}</th><td class="${height}"></td></tr>`
  return html`<h1>政府信息公开申请表</h1>
<p>请打印后填写，当面提交、邮寄或者传真给信息公开工作机构。书写有困难的，可以到现场口述，由工作人员代为填写。（条例第二十九条）</p>
<table class="figures blank"><tbody>
${row('申请人姓名或者单位名称')}${row('证件名称及号码')}${row('单位联系人')}${row('联系电话')}${row('通信地址')}${row('电子邮箱')}
${row('所需信息的名称、文号或者其他特征', 'tall')}${row('信息的形式（电子、纸质、复制、查阅）')}${row('获取方式（网上、邮件、邮寄、当面、传真）')}${row('申请人签名或者盖章，日期')}
</tbody></table>`
}
