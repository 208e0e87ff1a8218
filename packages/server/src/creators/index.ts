export { loadAccounts, type StoredCreator } from './creator-store.ts'
