import { refuse } from '#platform'
import { readForm } from '#platform/http'

/** The one file of an upload. Throws: Refusal invalid_input, too_large. */
export async function chosenFile(request: Parameters<typeof readForm>[0], limitBytes: number) {
  const { files } = await readForm(request, { files: 1, limitBytes })
  return fileOf(files[0])
}

export function fileOf(file: { name: string; bytes: Buffer; tooLarge: boolean } | undefined) {
  if (!file) throw refuse('invalid_input', { file: '请选择文件。' })
  if (file.tooLarge) throw refuse('too_large', { file: '文件太大。' })
  return { name: file.name, bytes: file.bytes }
}
