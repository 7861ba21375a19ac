import type { NoticeDay, NoticeInput } from '#calendar/contract'

/** As the form holds it; days are texts until the server has read them. */
export type GivenNotice = Omit<NoticeInput, 'issuedOn' | 'days'> & {
  issuedOn: string
  days: { day: string; kind: NoticeDay['kind']; name: string }[]
}
export type NoticeBody = Omit<GivenNotice, 'issuedOn'> & { issuedOn: string | null }

export const inputOf = (given: GivenNotice): NoticeBody => ({
  ...given,
  issuedOn: given.issuedOn || null,
  documentNumber: given.documentNumber ?? '',
  url: given.url ?? '',
})
