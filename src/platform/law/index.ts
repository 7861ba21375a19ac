export { lawText } from './law-text.ts'
