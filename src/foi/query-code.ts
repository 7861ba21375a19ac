import type { Platform } from '#platform'
import { isReceiptCode, receiptCode } from '#platform/seal'

/** `codeIssue`: how often a new code was given; only the latest opens the case. */
export type Coded = { number: string; codeIssue: number }

/** What the code is computed from; the first one as in earlier releases, so that receipts in people's hands stay right. */
const nameOf = ({ number, codeIssue }: Coded) => (codeIssue ? `${number}\n${codeIssue}` : number)

export const queryCodeFor = ({ config }: Platform, coded: Coded): string =>
  receiptCode(config.secretKey, 'foi', nameOf(coded))

export const isQueryCode = ({ config }: Platform, coded: Coded, given: string): boolean =>
  isReceiptCode(config.secretKey, 'foi', nameOf(coded), given)
