import type { Module } from '#platform'
import { importLettersCommand } from './import-letters.ts'

export { type ImportedLetter, keepLetters } from './import-letters.ts'

export const letters = { name: 'letters', commands: [importLettersCommand] } satisfies Module
