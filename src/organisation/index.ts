import type { Module } from '#platform'
import { api } from './api.ts'
import { pages } from './pages.ts'

export { saveDepartment, saveFunctions } from './save-department.ts'
export { saveLeader, savePortrait } from './save-leader.ts'
export { listLeaders } from './store.ts'

export const organisation = { name: 'organisation', api, pages } satisfies Module
