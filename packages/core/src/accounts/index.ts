export * from './permissions.ts'
export * from './channels.ts'
