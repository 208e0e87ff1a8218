const MS_PER_SECOND = 1_000

/** The wall-clock text of a date cell. Serials are binary fractions of a day, so they are rounded to the second they stand for. */
export function formatSheetDate(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / MS_PER_SECOND) * MS_PER_SECOND)
  if (Number.isNaN(rounded.getTime())) return ''
  return rounded.toISOString().slice(0, 19).replace('T', ' ')
}

/** Text of a cell; an ISO moment without a zone (a cell of type `d`) takes the same form as any other date. */
export function tidySheetText(text: string): string {
  const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?$/.exec(text)
  return moment ? `${moment[1]} ${moment[2]}` : text
}
