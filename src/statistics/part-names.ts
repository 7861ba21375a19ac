/** What the parts of the figures are called; a figure's part is its key's first word. */
export const partNames: Readonly<Record<string, string>> = {
  publications: '发布情况',
  disclosure: '主动公开情况',
  policy: '政策文件和解读',
  response: '回应关切',
  foi: '依申请公开情况',
  letters: '互动交流情况',
  hotline: '咨询电话',
  chat: '在线交流',
}

export function partNameOf(key: string): string {
  const part = key.split('.')[0] ?? ''
  return partNames[part] ?? part
}
