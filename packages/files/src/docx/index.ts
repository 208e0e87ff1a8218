export { readDocx } from './read-docx.ts'
export { readBriefDocx } from './read-brief-docx.ts'
export { writeBriefDocx, type DocxPlan } from './write-brief-docx.ts'
