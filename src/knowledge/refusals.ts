import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  entry_move: { status: 409, text: '条目现在的状态不能这样办理，请刷新后再看。' },
  own_words: { status: 403, text: '自己写的条目须由另一人审核。' },
  source_not_public: { status: 422, text: '所依据的政策没有在本站公开，或者已经废止、失效，请先核对。' },
  valid_until_past: { status: 422, text: '有效期已过，请先修改有效期。' },
  owner_unfit: { status: 422, text: '请选择在岗并且负责写口径的人员。' },
  merged_into_itself: { status: 422, text: '不能与自己合并，请选择另一个条目。' },
  merged_into_unused: { status: 409, text: '只能合并到正在使用的条目，请先审核那个条目。' },
  digest_period: { status: 422, text: '请选择不超过三个月的时间段，结束日期不早于开始日期。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
