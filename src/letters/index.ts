import type { Module } from '#platform'
import { api } from './api.ts'
import { importLettersCommand } from './import-letters.ts'

import { pages } from './pages.ts'

export { type ImportedLetter, keepLetters } from './import-letters.ts'

export const letters = { name: 'letters', api, pages, commands: [importLettersCommand] } satisfies Module
