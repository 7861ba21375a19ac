export { findPersonalData, type PersonalData, type PersonalDataKind } from './find-personal-data.ts'
export { isIdentityNumber } from './identity-number.ts'
export { mask } from './mask.ts'
