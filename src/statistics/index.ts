import type { Module } from '#platform'

export const statistics = { name: 'statistics' } satisfies Module
