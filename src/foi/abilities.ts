import { can, type Staff } from '#people'
import type { Answer } from './answer-store.ts'
import { type DisclosureRequest, isOfDepartment, type Move, mayMove, moves } from './request.ts'

export type Abilities = Record<Move, boolean> & {
  readApplicant: boolean
  readInformation: boolean
  release_file: boolean
  record_remedy: boolean
}

/** What the console offers this person on this case. The use cases decide again. */
export function abilitiesOf(
  staff: Staff,
  request: Pick<DisclosureRequest, 'status' | 'departmentId'>,
  answer: Pick<Answer, 'draftedBy'> | undefined,
): Abilities {
  const each = Object.keys(moves).map((move) => {
    const allowed = can(staff, moves[move as Move].action) && mayMove(request.status, move as Move)
    const own = move === 'decide_answer' && answer?.draftedBy === staff.id
    const elsewhere = move === 'claim' && !isOfDepartment(staff, request)
    return [move, allowed && !own && !elsewhere]
  })
  return {
    ...Object.fromEntries(each),
    readApplicant: can(staff, 'foi.read_applicant'),
    /** Records and covered files; see release/read-file.ts. */
    readInformation: can(staff, 'foi.read_applicant') || can(staff, 'foi.approve'),
    release_file: can(staff, 'foi.handle') && request.status === 'handling',
    record_remedy: can(staff, 'foi.handle'),
  } as Abilities
}
