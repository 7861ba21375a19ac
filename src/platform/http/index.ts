export { healthRoutes } from './health.ts'
export { type Problem, problemOf, refusalOf, sendProblem } from './problem.ts'
export { type App, createServer } from './server.ts'
