/** A citation in the code's grammar as officers write it: "Order 711 art. 33 ¶2" is 《政府信息公开条例》第三十三条第二款. */
export function lawText(citation: string): string {
  const found = /^(.+?) art\. (\d+)(?: ¶(\d+))?(?: \((\d+)\))?$/.exec(citation)
  if (!found) return citation
  const [, name = '', article, paragraph, item] = found
  const parts = [
    `第${numeral(Number(article))}条`,
    paragraph && `第${numeral(Number(paragraph))}款`,
    item && `第（${numeral(Number(item))}）项`,
  ]
  return `《${lawNames[name] ?? name}》${parts.filter(Boolean).join('')}`
}

const lawNames: Record<string, string> = {
  'Order 492': '政府信息公开条例（2008年）',
  'Order 711': '政府信息公开条例',
  PIPL: '个人信息保护法',
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** Unit: 1 to 99, which no cited statute exceeds. */
function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`
}
