export { briefRoutes, presentBrief, storedBriefSchema } from './routes.ts'
export { listBriefs, loadBrief, updateBriefState, type StoredBrief } from './brief-store.ts'
export { writeBrief } from './write-brief.ts'
