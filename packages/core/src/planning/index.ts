export * from './schema.ts'
export { checkMixProblem, type MixRefusal } from './check-mix-problem.ts'
export { solveMix } from './solve-mix.ts'
