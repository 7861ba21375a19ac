export { dayCell, optionalCell } from './day-cell.ts'
export { type ImportReport, importBatches, type Kept, printReport } from './import-batches.ts'
export { type ImportRow, readRows, UnreadableImport } from './read-rows.ts'
