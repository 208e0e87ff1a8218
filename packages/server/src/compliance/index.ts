export { openRulebook } from './open-rulebook.ts'
export { complianceRoutes } from './routes.ts'
