import type { Module } from '#platform'

export const portal = { name: 'portal' } satisfies Module
