/** What the fast way does not know and the library does. Thrown by the fast way only, caught in readXlsx only. */
export class OddWorkbook extends Error {}
