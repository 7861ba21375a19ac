export { healthRoutes } from './health.ts'
export { type Problem, problemOf, refusalOf, sendProblem } from './problem.ts'
export { type FormFile, type PostedForm, readForm } from './read-form.ts'
export { type App, createServer } from './server.ts'
