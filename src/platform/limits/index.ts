export { findByReceipt, guesses } from './find-by-receipt.ts'
export { countUp, forgetCounts, forgetCountsJob } from './hourly-counts.ts'
