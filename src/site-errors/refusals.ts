import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  site_error_answered: { status: 409, text: '这条找错已经答复，请刷新页面查看。' },
  site_error_department: { status: 422, text: '没有这个处室，请重新选择。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
