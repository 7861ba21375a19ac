export { challengeField } from './challenge-field.ts'
export { challengeRoutes } from './challenge-routes.ts'
export { type ChallengeAnswer, challengeAnswer, spendChallenge } from './spend-challenge.ts'
