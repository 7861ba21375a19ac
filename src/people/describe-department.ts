import type { Tx } from '#platform/db'

/** Duties and telephone of a department, as the public page shows them; false when there is no such department. */
export async function describeDepartment(
  tx: Tx,
  id: number,
  { duties, telephone }: { duties: string; telephone: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('departments')
    .set({ duties, phone: telephone })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0
}
