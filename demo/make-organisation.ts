import type { Platform } from '#platform'
import type { Tx } from '#platform/db'

/** Invented people; each name says so. */
const leaders = [
  {
    name: '陈明远（模拟）',
    post: '党组书记、局长',
    duties: '主持局全面工作，分管办公室、预算处。',
    career:
      '1970年生，经济学硕士。\n历任江州市财政局预算处副处长、处长，江州市财政局副局长。\n2016年起任江州市财政局党组书记、局长。',
  },
  {
    name: '林书华（模拟）',
    post: '党组成员、副局长',
    duties: '分管法规税政处、农业农村处，负责政府信息公开工作。',
    career: '1974年生，法学学士。\n历任江州市财政局法规税政处处长。\n2017年起任江州市财政局副局长。',
  },
  {
    name: '赵启文（模拟）',
    post: '党组成员、副局长',
    duties: '分管银行保险处、资本市场处。',
    career: '1976年生，管理学硕士。\n历任江州市财政局银行保险处处长。\n2018年起任江州市财政局副局长。',
  },
  {
    name: '孙佳宁（模拟）',
    post: '总会计师',
    duties: '分管信息中心，负责网站和信息安全工作。',
    career: '1979年生，高级会计师。\n历任江州市财政局信息中心主任。\n2018年起任江州市财政局总会计师。',
  },
]
const departments: readonly (readonly [code: string, room: string, telephone: string, duties: string])[] = [
  [
    'office',
    '2楼201室',
    '000-85550101',
    '负责文电、会务、机要、信息公开、信访和新闻发布；承办局长信箱和依申请公开。',
  ],
  [
    'law',
    '2楼208室',
    '000-85550102',
    '拟订财税地方性法规、规章草案；承担规范性文件合法性审核和行政复议应诉。',
  ],
  ['budget', '3楼301室', '000-85550103', '编制市级预算草案和调整方案；审核部门预算；组织预算、决算公开。'],
  [
    'banking',
    '3楼306室',
    '000-85550104',
    '联系银行、保险机构；拟订支持普惠金融、融资担保和小额贷款的财政政策。',
  ],
  ['capital', '4楼401室', '000-85550105', '联系证券、期货和股权投资机构；推动企业上市；监测地方金融数据。'],
  ['rural', '4楼405室', '000-85550106', '管理惠农补贴和农业保险保费补贴；支持乡村产业和基础设施。'],
  [
    'accounting',
    '1楼102室',
    '000-85550108',
    '管理会计人员、会计考试和继续教育；办理代理记账许可，监督会计准则执行。',
  ],
  ['procurement', '1楼106室', '000-85550109', '监督管理政府采购；处理供应商投诉，管理采购网和评审专家库。'],
  ['information', '5楼502室', '000-85550107', '建设和维护局网站、业务系统；负责网络和信息安全。'],
]
const subordinate = ['information']
const functions = {
  basis: '江州市财政局职能配置、内设机构和人员编制规定（模拟）',
  body: [
    '贯彻执行国家财政、税收、金融的法律法规和方针政策，拟订并组织实施全市财政发展规划。',
    '编制年度市级预算、决算草案并组织执行，受市人民政府委托向市人民代表大会报告。',
    '管理市级各项财政收支，组织国库集中支付和政府采购。',
    '拟订支持普惠金融、融资担保、小额贷款的财政政策，防范化解地方金融风险。',
    '依法公开政府信息，接受社会监督。',
    '（以上内容为模拟）',
  ].join('\n'),
}

/** Leaders, departments and functions of the simulated bureau. */
export async function makeOrganisation({ clock }: Platform, tx: Tx) {
  const updatedAt = clock.now()
  const rows = leaders.map((leader, position) => ({ ...leader, position, updated_at: updatedAt }))
  await tx.insertInto('leaders').values(rows).execute()
  await tx
    .insertInto('agency_functions')
    .values({ ...functions, updated_at: updatedAt })
    .execute()
  for (const [code, room, phone, duties] of departments) {
    const { id } = await tx
      .updateTable('departments')
      .set({ phone, duties })
      .where('code', '=', code)
      .returning('id')
      .executeTakeFirstOrThrow()
    const kind = subordinate.includes(code) ? 'subordinate' : 'internal'
    const row = { department_id: id, kind, room, shown: true, updated_at: updatedAt }
    await tx.insertInto('department_profiles').values(row).execute()
  }
}
