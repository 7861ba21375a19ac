import { expect, it } from 'vitest'
import { lawText } from './law-text.ts'

it.each([
  ['Order 711 art. 33 ¶2', '《政府信息公开条例》第三十三条第二款'],
  ['Order 711 art. 36 (4)', '《政府信息公开条例》第三十六条第（四）项'],
  ['Order 711 art. 29 ¶2 (1)', '《政府信息公开条例》第二十九条第二款第（一）项'],
  ['Order 711 art. 40', '《政府信息公开条例》第四十条'],
  ['Order 711 art. 17', '《政府信息公开条例》第十七条'],
  ['Order 492 art. 24', '《政府信息公开条例（2008年）》第二十四条'],
  ['PIPL art. 25', '《个人信息保护法》第二十五条'],
  ['信访工作条例 art. 22', '《信访工作条例》第二十二条'],
  ['国办函〔2020〕109号', '国办函〔2020〕109号'],
])('%s reads %s', (citation, text) => {
  expect(lawText(citation)).toBe(text)
})
