import type { Module } from '#platform'

export const knowledge = { name: 'knowledge' } satisfies Module
