export { openRulebook } from './open-rulebook.ts'
export { ownRuleRoutes } from './own-rule-routes.ts'
export { complianceRoutes } from './routes.ts'
export { rulebookOf } from './workspace-rulebook.ts'
