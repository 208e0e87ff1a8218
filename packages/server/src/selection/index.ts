export { findLatestPlan, loadPlan, type StoredPlan } from './plan-store.ts'
