import { inMemory } from '../content.ts'
import { typeOf } from '../file-type.ts'
import type { FileKind } from '../index.ts'
import { inspect } from './inspect.ts'

/** For a file that is read and not kept: what it is, and that it does not grow when opened. Throws: Refusal as `Files.put`. */
export async function assertSafeToOpen(
  { name, bytes }: { name: string; bytes: Buffer },
  accept: readonly FileKind[],
): Promise<void> {
  const content = inMemory(bytes)
  const { mediaType } = await typeOf(name, content, accept)
  await inspect(mediaType, content)
}
