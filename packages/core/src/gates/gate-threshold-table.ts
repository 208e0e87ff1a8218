/** Every number a gate compares with, with where it comes from. [A] marks our own assumption: edit the row. */
export const THRESHOLDS = {
  targetProbability: { value: 0.5, source: '[A] our assumption: a target missed more often than met is no plan' },
  audienceMatch: { value: 0.5, source: '[A] overlap = 1 − half the sum of differences of shares' },
  evidenceCompleteness: { value: 0.5, source: '[A] under half of the kinds of evidence the report says so as a warning' },
  freedomWarn: { value: 60, source: '[A] under 60 warn' },
  freedomBlock: { value: 30, source: '[A] under 30 block' },
  filingLeadDays: { value: 3, source: '[A] local review, the order on the platform and its filing before the first post' },
  brieflike: { value: 0.3, source: '[A] nearly a third of the draft stands in the brief' },
  duplicate: { value: 0.6, source: '[A] bigram Jaccard; two independent notes on one product stay well below' },
  rewritten: { value: 0.3, source: '[A] nearly a third of the creator’s own text is gone' },
} as const satisfies Record<string, { readonly value: number; readonly source: string }>
