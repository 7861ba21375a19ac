export { type ExportColumn, type ExportFormat, exportFormat, sendExport } from './export.ts'
export { type KeysetPage, keysetPage, type Sort, sortInput } from './keyset.ts'
