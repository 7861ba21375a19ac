import type { Module } from '#platform'

export const foi = { name: 'foi' } satisfies Module
