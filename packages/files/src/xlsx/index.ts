export { readXls } from './read-xls.ts'
export { readXlsx } from './read-xlsx.ts'
export { writeSheet, type SheetFormat, type SheetPlan } from './write-sheet.ts'
