/** Who somebody is on a form, in a contract or before a court: a name stands behind, with a colon or without. */
export const formRoles =
  '借款人|贷款人|出借人|债务人|债权人|承租人|出租人|租赁人|持卡人|开户人|收款人|付款人|领款人|缴款人|缴费人|担保人|保证人|抵押人|质押人|受托人|委托人|买受人|出卖人|购房人|转让人|受让人|赠与人|证明人|见证人|目击人|纳税人|申报人|报案人|监护人|被?继承人|遗嘱人|受益人|投保人|被保险人|参保人|被投诉人|被举报人|被反映人|被申请人|被告人|(?:被)?执行人|使用人|驾驶人|驾驶员|寄件人|收件人|收货人|代办人|领取人|登记人|所有人|共有人|承包人|雇主|户名|开户名|账户名|曾用名|真实姓名|投诉对象|举报对象|反映对象'
/** A minor and who answers for one. Law: PIPL art. 28. */
export const familyRoles =
  '(?:学生|孩子|幼儿|小孩)?家长|孩子|小孩|小朋友|宝宝|新生|班主任|任课老师|(?<![大中支总]|[大中支总]队)队长|小组长|班长|楼长|楼栋长'

/** Words that end so and are no label of a person: 文件名：…, 小区名：…, 工作对象：…. */
const noPerson =
  '文件|单位|公司|企业|机构|部门|小区|楼盘|项目|课题|品|商品|产品|药|站|书|路|街|道路|地|村|镇|学校|院校|校|店|店铺|商铺|品牌|域|网站|用户|账号|微信|网|题|罪|案件|刊|片|曲|菜|车型|型号|设备|著'
/** 称呼：…, 证明人：…, 任何人：…: whatever ends with a word for a person or a name, when a colon follows. */
export const anyLabel = `(?<!(?:${noPerson})名|机器人|主持人|发言人|(?:工作|帮扶|服务|补贴|补助|适用|优惠|保障|救助|招生|招聘|发放|调查|检查|实施|面向)对象)(?<=人|者|名|称呼|对象|家长|孩子|学生|儿童|子女|本人)`
/** In a reply the office's own people stand behind these. */
export const officeLabel =
  '(?<!(?<!您的?|你的?|来信|信中|预留|填写|留下?的?)联系人|经办人|承办人|负责人|责任人|审核人|签发人|主办人|办理人|协办人|包案人|牵头人|发言人|主持人|接访人)'
