import { describe, expect, it } from 'vitest'
import { findPersonalData } from './find-personal-data.ts'
import { mask } from './mask.ts'

/** A made-up number with the right check digit: nobody was born there on that day with order 9999 in the tests' region 110000. */
const identity = '11000019900101999'.concat(checkDigit('11000019900101999'))
function checkDigit(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return '10X98765432'[weights.reduce((sum, w, i) => sum + w * Number(seventeen[i]), 0) % 11] ?? ''
}
const wrongDigit = `${identity.slice(0, 17)}${identity.endsWith('0') ? '1' : '0'}`
const fullWidth = [...identity].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
const kinds = (text: string) => findPersonalData(text).map((piece) => piece.kind)

describe('finds', () => {
  it.each([
    ['identity_number', `身份证号：${identity}。`],
    ['identity_number', `身份证${fullWidth}号`],
    ['identity_number', `${identity.slice(0, 6)} ${identity.slice(6, 14)} ${identity.slice(14)}`],
    ['identity_number', '旧证号110000900101999'],
    ['bank_card', '卡号6222 0212 3456 7894。'],
    ['bank_card', '账号4111111111111111'],
    ['mobile_phone', '联系人手机13800138000，'],
    ['mobile_phone', '电话 138-0013-8000'],
    ['mobile_phone', '+86 13800138000'],
    ['email', '请寄 somebody@example.com 收'],
    ['number_plate', '车牌鄂A·12345的车主'],
    ['number_plate', '新能源粤BD12345'],
    ['home_address', '家住幸福小区3栋2单元501室'],
    ['home_address', '江州市长江路18号楼1203室'],
  ])('%s in %s', (kind, text) => expect(kinds(text)).toEqual([kind]))
})

describe('leaves alone', () => {
  it.each([
    ['a wrong check digit', `编号${wrongDigit}`],
    ['a wrong Luhn sum', '账号4111111111111112'],
    ['a document number', '江财规〔2018〕12号'],
    ['an amount', '共计1234567890123.50元'],
    ['a day and time', '2018-01-01 10:00:00 至 2018-12-31'],
    ['an office telephone', '咨询电话：027-12345678'],
    ['an office address', '江州市中山路1号财政大楼3楼'],
    ['a social credit code', '统一社会信用代码11420100MA4KXXXX1A'],
    ['a service number', '拨打12345热线或4008001234'],
  ])('%s', (_, text) => expect(kinds(text)).toEqual([]))
})

it('masks every piece and nothing else', () => {
  expect(mask(`张某，${identity}，13800138000，鄂A12345，完。`)).toBe(
    '张某，******，138******，鄂******，完。',
  )
  expect(mask('没有个人信息。')).toBe('没有个人信息。')
})
