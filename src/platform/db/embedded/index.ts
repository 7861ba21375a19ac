export { databasePlace, reachableDataDir } from './place.ts'
export { type EmbeddedServer, startEmbedded } from './server.ts'
