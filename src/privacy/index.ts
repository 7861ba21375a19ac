export { findInLetter, type LetterData, type LetterDataKind } from './find-in-letter.ts'
export { findPersonalData, type PersonalData, type PersonalDataKind } from './find-personal-data.ts'
export { isIdentityNumber } from './identity-number.ts'
export { mask } from './mask.ts'
