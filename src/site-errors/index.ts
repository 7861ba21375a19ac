import type { Module } from '#platform'
import { api } from './api.ts'
import { pages } from './pages.ts'

export { siteErrorDesk } from './desk.ts'

export const siteErrors = { name: 'site-errors', api, pages } satisfies Module
