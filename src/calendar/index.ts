import type { Module } from '#platform'

export const calendar = { name: 'calendar' } satisfies Module
