/** Rarer terms weigh more. */
export const rarity = (documents: number, occurrences: number) => Math.log((documents + 1) / occurrences)
/** The tenth occurrence says less than the second. */
export const damped = (count: number) => 1 + Math.log(count)
