import { type RefusalCatalogue, refuser } from '#platform'

export const challengeRefusals = {
  challenge_failed: { status: 422, text: '安全验证没有通过，请重新回答验证题后再提交，您填写的内容都在。' },
  challenge_expired: { status: 422, text: '安全验证已经过期，请重新回答验证题后再提交，您填写的内容都在。' },
  challenge_spent: { status: 422, text: '这道验证题已经用过，请回答新的验证题后再提交，您填写的内容都在。' },
} satisfies RefusalCatalogue

export const refuse = refuser(challengeRefusals)
