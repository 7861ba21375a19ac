import type { Module } from '#platform'

export const site = { name: 'site' } satisfies Module
