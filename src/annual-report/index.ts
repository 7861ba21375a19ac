import type { Module } from '#platform'

export const annualReport = { name: 'annual-report' } satisfies Module
