import type { ColumnMap, UnitFormula } from '../source.ts'
import { dropped } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'

const series = (metric: string, unit: string, ...headers: string[]): ColumnMap => ({ headers, target: { to: 'series', metric, unit } })
const rate = (metric: string, ...headers: string[]): ColumnMap => ({
  headers,
  target: { to: 'series', metric, unit: 'share', reads: 'percentText' },
})

// Paid (today's orders) and confirmed (older orders, received today) are different people's orders: each keeps names of its own, and
// nothing is ever computed across the two.
const COLUMNS: readonly ColumnMap[] = [
  { headers: ['时间', '日期'], target: { to: 'seriesDay' } },
  { headers: ['主播ID'], target: { to: 'seriesSubject', kind: 'host' } },
  { headers: ['商品ID'], target: { to: 'seriesSubject', kind: 'item' } },
  ...dropped('not used', '商品名称', '主播名称'),
  series('paidCommission', 'CNY', '付款佣金支出'),
  rate('paidCommissionRate', '付款佣金率'),
  series('confirmedCommission', 'CNY', '确认收货佣金支出'),
  rate('confirmedCommissionRate', '确认收货佣金率'),
  series('itemClicks', 'clicks', '商品点击次数'),
  series('itemClickers', 'people', '商品点击人数'),
  series('promotingHosts', 'hosts', '推广主播数'),
  series('promotedItems', 'items', '推广商品数'),
  series('payers', 'people', '付款人数'),
  series('paidOrders', 'orders', '付款笔数'),
  series('paidAmount', 'CNY', '付款金额'),
  rate('paidConversionRate', '付款转化率'),
  series('confirmers', 'people', '确认收货人数'),
  series('confirmedOrders', 'orders', '确认收货笔数'),
  series('confirmedAmount', 'CNY', '确认收货金额'),
  series('presaleCommissionExpected', 'CNY', '预估预售整单佣金'),
  rate('presaleCommissionRateExpected', '预估预售整单佣金率'),
  series('presaleDeposits', 'orders', '预售定金笔数'),
  series('presaleDepositAmount', 'CNY', '预售定金金额'),
  series('presaleRestExpected', 'CNY', '预估预售尾款金额'),
  series('presaleAmountExpected', 'CNY', '预估预售整单金额'),
  series('paidServiceFee', 'CNY', '付款服务费支出'),
  series('confirmedServiceFee', 'CNY', '确认收货服务费支出'),
]

const rateOf = (column: string, part: string, whole: string): UnitFormula => ({
  column,
  unit: 'share',
  formula: `${part} / ${whole}`,
  inputs: [part, whole],
  compute: ([amount = 0, total = 0]) => amount / total,
  money: [],
  provesMoney: false,
})

/** Relang (热浪引擎) 推广数据总览: one row per day, item or host, as series. No return rate: no report has the cohort for one. */
export const relangOverview = makeFlatSource({
  id: 'relang.overview',
  title: { en: 'Relang promotion overview', zh: '热浪引擎推广数据总览' },
  holds: 'series',
  platform: null,
  audienceBasis: 'followers',
  formulas: [
    rateOf('付款佣金率', '付款佣金支出', '付款金额'),
    rateOf('确认收货佣金率', '确认收货佣金支出', '确认收货金额'),
    rateOf('预估预售整单佣金率', '预估预售整单佣金', '预估预售整单金额'),
  ],
  namesIdentify: false,
  reading: { columns: COLUMNS, required: [['时间'], ['付款金额'], ['付款佣金支出', '确认收货金额']] },
})
