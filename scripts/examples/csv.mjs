const quote = (cell) => (/[",\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell))

/** CSV with CRLF line ends, as the tools of these exports write it. */
export const formatCsv = (header, rows) => [header, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('')
