import type { Platform } from '#platform'
import { isReceiptCode, receiptCode } from '#platform/seal'

export const queryCodeFor = ({ config }: Platform, number: string): string =>
  receiptCode(config.secretKey, 'foi', number)

export const isQueryCode = ({ config }: Platform, number: string, given: string): boolean =>
  isReceiptCode(config.secretKey, 'foi', number, given)
