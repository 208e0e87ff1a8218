export { readBriefFile } from './read-brief-file.ts'
