import type { Module } from '#platform'

export const hotline = { name: 'hotline' } satisfies Module
