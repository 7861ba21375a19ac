/** Every row of a list that is read page by page; `next` says where the following page begins, null that there is none. */
export async function* everyRow<Row, Place>(
  read: (after: Place | undefined) => Promise<{ items: readonly Row[]; next: Place | null }>,
): AsyncGenerator<Row> {
  for (let after: Place | undefined; ; ) {
    const { items, next } = await read(after)
    yield* items
    if (next === null) return
    after = next
  }
}
