export { portalDeskRoutes } from './desk-routes.ts'
export { portalCreatorRoutes } from './creator-routes.ts'
export { asCreator, inCreatorFence } from './as-creator.ts'
export { loadOwnPost } from './load-own-post.ts'
