export { readXls } from './read-xls.ts'
export { readCells, readXlsx, type SheetCells } from './read-xlsx.ts'
export { writeSheet, type SheetFormat, type SheetPlan } from './write-sheet.ts'
