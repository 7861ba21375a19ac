export { type ExportFormat, exportFormat, type Sort, sortInput } from './contract.ts'
export { everyRow } from './every-row.ts'
export { type ExportColumn, sendExport } from './export.ts'
export { type KeysetPage, keysetPage } from './keyset.ts'
