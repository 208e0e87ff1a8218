export { contentRoutes } from './routes.ts'
export {
  deletePlanned,
  insertDeliverable,
  listDeliverables,
  loadDeliverable,
  updateDeliverable,
  type StoredDeliverable,
} from './deliverable-store.ts'
export { chooseCreators } from './choose-creators.ts'
export { listDrafts } from './draft-store.ts'
export { submitDraft } from './submit-draft.ts'
export { insertPublicationObservation, listPublicationObservations, metricsSchema, type PublicationMetrics } from './publication-store.ts'
export { noteProduct } from './note-product.ts'
export { productProofRoutes } from './product-proof-routes.ts'
export { listProofs, type StoredProof } from './product-proof-store.ts'
export { startSilence } from './start-silence.ts'
