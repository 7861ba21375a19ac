import { type Html, html } from '#platform/html'
import type { Agency } from '#site'

/** For the counter and the letter: the same questions on paper. Law: Order 711 art. 29. */
export function blankForm(agency: Agency): Html {
  const row = (name: string, height = '') =>
    html`<tr><th scope="row">${name}</th><td class="${height}"></td></tr>`
  const group = (name: string) => html`<tr><th colspan="2" scope="colgroup">${name}</th></tr>`
  const office = [agency.disclosureOffice || agency.hostName, agency.address, agency.telephone].filter(
    Boolean,
  )
  return html`<h1>政府信息公开申请表</h1>
<p>请打印后填写，连同身份证明的复印件，当面提交、邮寄或者传真给信息公开工作机构${office.length ? `（${office.join('，')}）` : ''}。书写有困难的，可以到现场口述，由工作人员代为填写。（条例第二十九条）</p>
<table class="figures blank"><tbody>
${group('一、申请人（公民填前两行，法人或者其他组织填后四行）')}
${row('姓名')}${row('身份证件名称及号码')}
${row('单位名称')}${row('单位类型（商业企业、科研机构、社会公益组织、法律服务机构、其他）')}${row('统一社会信用代码')}${row('法定代表人、联系人')}
${group('二、联系方式')}${row('联系电话')}${row('通信地址、邮政编码')}${row('电子邮箱')}${row('传真号码（选择传真获取的填写）')}
${group('三、所需信息')}
${row('名称、文号或者便于查询的其他特征', 'tall')}${row('信息的形式（电子、纸质、复制、查阅）')}${row('获取方式（网上、邮件、邮寄、当面、传真）')}
${row('需要的帮助（阅读、视听有困难的填写）')}
${row('申请人签名或者盖章，日期')}
</tbody></table>
<p class="quiet">答复期限：自收到申请之日起20个工作日；内容不明确的，7个工作日内告知补正，补正后重新计算。（条例第三十条、第三十三条）个人信息只用于办理本申请，加密保存。</p>`
}
