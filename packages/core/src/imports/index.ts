export * from './schema.ts'
export * from './decoded-file.ts'
