import { type RefusalCatalogue, refuser } from '#platform'

export const limitRefusals = {
  code_wrong: { status: 404, text: '编号或者查询码不对，请对照回执重新填写。查询码不区分大小写。' },
  guessed_too_often: { status: 429, text: '查询码输错的次数太多，请一小时后再试，或者拨打咨询电话查询。' },
} satisfies RefusalCatalogue

export const refuse = refuser(limitRefusals)
