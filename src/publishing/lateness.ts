import { Counter, Histogram } from 'prom-client'
import { afterCommit, type Tx } from '#platform/db'

/** How late schedules fire, on /metrics. Unit: seconds. */
const lateness = new Histogram({
  name: 'gongkai_schedule_lateness_seconds',
  help: 'Seconds between the minute that was set and the moment it was carried out',
  labelNames: ['kind'],
  buckets: [1, 5, 15, 60, 300, 3600],
})

export function observeLateness(tx: Tx, kind: 'publish' | 'withdraw', seconds: number) {
  afterCommit(tx, () => lateness.observe({ kind }, seconds))
}

/** Due items that a fault of the program kept from moving; each is tried again every minute. */
const faults = new Counter({
  name: 'gongkai_schedule_faults_total',
  help: 'Due publications and withdrawals that failed with a fault',
  labelNames: ['kind'],
})

export const countFault = (kind: 'publish' | 'withdraw') => faults.inc({ kind })
