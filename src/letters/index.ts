import type { Module } from '#platform'

export const letters = { name: 'letters' } satisfies Module
