/** What the conversion cannot carry, by the element that holds it in the main part. */
const losses: readonly (readonly [RegExp, string])[] = [
  [/<m:oMath\b/, '公式没有导入，请改用图片并填写替代文字。'],
  [/<w:txbxContent\b/, '文本框里的文字可能没有导入或者位置改变，请核对。'],
  [/<c:chart\b/, '图表没有导入，请另存为图片后插入。'],
  [/<w:object\b/, '嵌入的对象没有导入，请作为附件上传。'],
  [/<w:commentReference\b/, '批注没有导入。'],
  [/<w:(?:ins|del) /, '文档带有修订标记，已按接受修订后的内容导入，请核对。'],
  [/<w:headerReference\b|<w:footerReference\b/, '页眉、页脚和页码没有导入。'],
  [/<w:(?:footnote|endnote)Reference\b/, '脚注、尾注已移到文末，请核对。'],
]

/** Words for the author about what is not in the imported text; nothing is lost silently. */
export function lossesOf(mainPart: string, lostPictures: number, unknownParts: readonly string[]): string[] {
  const known = losses.filter(([sign]) => sign.test(mainPart)).map(([, text]) => text)
  const pictures = lostPictures
    ? [`${lostPictures} 张图片的格式不能在网页显示，请另存为 PNG 或 JPG 后插入。`]
    : []
  const unknown = unknownParts.map((name) => `有一种内容（${name}）没有导入，请核对。`)
  return [...known, ...pictures, ...unknown]
}
