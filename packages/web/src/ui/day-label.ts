/** Days on an axis of time: with their month, a new year with its number. ECharts' own labels give a bare day. */
export const DAY_LABEL = { year: '{yyyy}', month: '{MM}-01', day: '{MM}-{dd}', hour: '{MM}-{dd}', minute: '{MM}-{dd}' } as const
