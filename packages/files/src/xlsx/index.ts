export { readXls } from './read-xls.ts'
export { readXlsx } from './read-xlsx.ts'
