import { z } from 'zod'

/** Ways to apply. Law: Order 492 art. 20, Order 711 art. 29; form of 2014, three (一). */
export const channels = ['in_person', 'fax', 'internet', 'letter'] as const
export type Channel = (typeof channels)[number]

/** Columns of table three in the form's order. Source: rules.md 2.3. */
export const applicantKinds = [
  'natural_person',
  'business',
  'research',
  'social_welfare',
  'legal_service',
  'other_organization',
] as const
export type ApplicantKind = (typeof applicantKinds)[number]

/** Rows 3 to 23 of table three in the form's order. Source: rules.md 1.4 and 2.3. */
export const outcomes = [
  'granted',
  'partly_granted',
  'refused_state_secret',
  'refused_forbidden_by_law',
  'refused_security',
  'refused_third_party',
  'refused_internal',
  'refused_process',
  'refused_enforcement_file',
  'refused_administrative_query',
  'unavailable_not_held',
  'unavailable_must_create',
  'unavailable_still_unclear',
  'unprocessed_petition',
  'unprocessed_duplicate',
  'unprocessed_publication',
  'unprocessed_excessive',
  'unprocessed_confirm_again',
  'other_no_correction',
  'other_fee_unpaid',
  'other',
] as const
export type Outcome = (typeof outcomes)[number]

/** Finer than the row where the form of 2014 asks for more. Source: rules.md 2.6, three (三). */
export const outcomeDetails = [
  'already_public',
  'provided',
  'trade_secret',
  'privacy',
  'other_agency',
  'does_not_exist',
] as const
export type OutcomeDetail = (typeof outcomeDetails)[number]

/** Law: Order 711 art. 45 (registration, review, handling, answer, archive). */
export const requestStatuses = [
  'submitted',
  'handling',
  'in_approval',
  'approved',
  'answered',
  'archived',
] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** Law: Order 711 art. 51. A lawsuit is filed directly or after a reconsideration (table four). */
export const remedyKinds = [
  'complaint',
  'reconsideration',
  'lawsuit_direct',
  'lawsuit_after_reconsideration',
] as const
export type RemedyKind = (typeof remedyKinds)[number]
export const remedyResults = ['upheld', 'corrected', 'other'] as const

export const channel = z.enum(channels)
export const applicantKind = z.enum(applicantKinds)
export const outcome = z.enum(outcomes)
