import type { Module } from '#platform'

export const publishing = { name: 'publishing' } satisfies Module
