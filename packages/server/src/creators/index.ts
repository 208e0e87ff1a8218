export { addCreator } from './add-creator.ts'
export { loadAccounts, type StoredCreator } from './creator-store.ts'
export { moveAccounts } from './staged-account-store.ts'
export { movePosts } from './staged-post-store.ts'
