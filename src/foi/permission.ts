import { type Action, can, type Staff } from '#people'
import { refuseBy } from './refusals.ts'

/**
 * Whose duty it is. The law names the office (art. 4), asks for a system of registration, review and answers (art. 45) and for
 * operating rights over personal data (PIPL); which account holds which duty is the agency's own role table, as the refusal says.
 */
const dutyLaw = {
  'foi.handle': 'Order 711 art. 4 ¶1',
  'foi.read': 'Order 711 art. 4 ¶1',
  'foi.approve': 'Order 711 art. 45',
  'foi.review_law': 'Order 711 art. 45',
  'foi.read_applicant': 'PIPL art. 51 (4)',
} as const satisfies Partial<Record<Action, string>>
export type Duty = keyof typeof dutyLaw

/** `law`: the article that names the duty of one act itself. Throws: Refusal not_allowed, with the article. */
export function assertCan(staff: Pick<Staff, 'roles'>, duty: Duty, law: string = dutyLaw[duty]): void {
  if (!can(staff, duty)) throw refuseBy(law, 'not_allowed')
}
