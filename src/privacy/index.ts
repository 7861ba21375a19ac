export { findPersonalData, type PersonalData, type PersonalDataKind } from './find-personal-data.ts'
export { mask } from './mask.ts'
