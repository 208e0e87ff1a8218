import { findWhen, type Finding, type Subject } from '../campaigns/index.ts'
import { hasQuoteEnded, isReplaced, lastDayOf, nameFormat, type Quote } from '../creators/index.ts'
import { formatFen, say } from '../shared/index.ts'
import { findQuoteFaults } from '../selection/index.ts'
import type { ChosenCreator } from './gate-input.ts'

/** Price truth: a known price with a source, and an order filed with the platform (报备). */
export function checkPrice({ account, costFen, format, filed }: ChosenCreator, starts: string, subject: Subject): Finding[] {
  const quote = quoteOf(account.quotes, format, starts)
  const lastDay = quote === undefined ? null : lastDayOf(quote)
  const named = nameFormat(format)
  const isExpired = quote !== undefined && hasQuoteEnded(quote, starts)
  return [
    ...findWhen(costFen === null, subject, {
      code: 'choice.price_unknown',
      severity: 'block',
      because: say(`No price is known for ${named.en}.`, `「${named.zh}」没有已知报价。`),
      fix: say('Enter a quote with its source.', '请填写报价及来源。'),
      waivable: false,
    }),
    ...findWhen(costFen !== null && quote === undefined, subject, {
      code: 'choice.price_without_source',
      severity: 'warn',
      because: say(
        `${formatFen(costFen, 'en')} is planned for ${named.en}, but no quote for it is held.`,
        `「${named.zh}」计划 ${formatFen(costFen, 'zh')}，但没有对应报价记录。`,
      ),
      fix: say('Record the quote: rate card, net, rebate, fee.', '请记录报价：刊例、净价、返点、服务费。'),
    }),
    ...(quote === undefined ? [] : findQuoteFaults(quote)).flatMap(({ isFatal, because, fix }) =>
      findWhen(true, subject, { code: 'choice.quote_faulty', severity: isFatal ? 'block' : 'warn', because, fix }),
    ),
    ...findWhen(isExpired, subject, {
      code: 'choice.quote_expired',
      severity: 'warn',
      because: say(
        `The quote was valid until ${lastDay ?? ''}, the campaign starts ${starts}.`,
        `报价有效期至 ${lastDay ?? ''}，项目于 ${starts} 开始。`,
      ),
      fix: say('Ask for a new quote.', '请重新询价。'),
    }),
    ...findWhen(filed === false, subject, {
      code: 'choice.unfiled',
      severity: 'block',
      because: say(
        'The cooperation is not filed with the platform (非报备), which breaks its rules.',
        '合作未在平台报备（非报备/水下），违反平台规则。',
      ),
      fix: say('Order through the platform’s channel, or choose another creator.', '请通过平台官方渠道下单，或更换达人。'),
      waivable: false,
    }),
    ...findWhen(filed === null, subject, {
      code: 'choice.filing_unknown',
      severity: 'warn',
      because: say('Whether the order will be filed (报备) is not known.', '是否报备未知。'),
      fix: say('Settle it with the creator before the contract.', '请在签约前与达人确认。'),
    }),
  ]
}

/** The quote for a format, of several one that still holds. */
function quoteOf(quotes: readonly Quote[], format: string, starts: string): Quote | undefined {
  const known = quotes.filter((quote) => quote.format === format && !isReplaced(quote, quotes))
  return known.find((quote) => !hasQuoteEnded(quote, starts)) ?? known[0]
}
