import { readTables, recogniseTable } from '../read-table.ts'
import type { Source, TableReading } from '../source.ts'

/** A source that is one table: everything but its mapping follows from how its header is found. */
export function makeFlatSource({
  reading,
  ...facts
}: Omit<Source, 'recognise' | 'read' | 'columns'> & { readonly reading: TableReading }): Source {
  return {
    ...facts,
    columns: reading.columns,
    table: reading,
    recognise: (file) => recogniseTable(file, reading),
    read: (file) => readTables(file, reading),
  }
}
