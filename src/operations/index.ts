import type { Module } from '#platform'
import { api } from './api.ts'

export const operations = { name: 'operations', api } satisfies Module
