import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  entry_move: { status: 409, text: '条目现在的状态不能这样办理，请刷新后再看。' },
  own_words: { status: 403, text: '自己写的条目须由另一人审核。' },
  source_not_public: { status: 422, text: '所依据的政策没有在本站公开，请先核对编号。' },
  valid_until_past: { status: 422, text: '有效期不能早于今天。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
