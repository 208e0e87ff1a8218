export { packFiles, type FileToPack } from './pack-files.ts'
