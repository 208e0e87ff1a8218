import type { ColumnMap, UnitFormula } from '../source.ts'
import { dropped, identity, listPrice, metric } from './column-shapes.ts'
import { PUGONGYING_INTERACTIONS } from './interaction-definitions.ts'

/** What a query of the page asked for: part of every number's passport. '' is "the file does not say". */
export interface Axes {
  readonly business: '0' | '1' | ''
  readonly dateType: '1' | '2' | ''
  readonly noteType: '3' | ''
  readonly advertiseSwitch: '1' | ''
}

/** The columns of one part under one query, as the reader names its cells: `notes_rate?business=1&dateType=2.readMedian`. */
export function nameCell(part: string, axes: Readonly<Record<keyof Axes, string>>, key: string): string {
  const asked = Object.entries(axes).flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`]))
  return `${part}${asked.length === 0 ? '' : `?${asked.join('&')}`}.${key}`
}

const ALL_AXES: readonly Axes[] = (['', '0', '1'] as const).flatMap((business) =>
  (['', '1', '2'] as const).flatMap((dateType) =>
    (['', '3'] as const).flatMap((noteType) =>
      (['', '1'] as const).map((advertiseSwitch) => ({ business, dateType, noteType, advertiseSwitch })),
    ),
  ),
)

const NOTE_TYPES = { '0': 'everyday', '1': 'sponsored' } as const
const PERIODS = { '1': '30d', '2': '90d' } as const

function passportOf({
  business,
  dateType,
  advertiseSwitch,
}: Axes): Pick<Extract<ColumnMap['target'], { to: 'metric' }>, 'noteType' | 'period' | 'flow'> {
  return {
    ...(business === '' ? {} : { noteType: NOTE_TYPES[business] }),
    ...(dateType === '' ? {} : { period: PERIODS[dateType] }),
    ...(advertiseSwitch === '' ? {} : { flow: 'all' as const }),
  }
}

interface Field {
  readonly key: string
  readonly name: string
  readonly unit: string
  readonly definition?: string
  /** Printed as "87.6": percent without its sign. */
  readonly isPercent?: boolean
  readonly signed?: boolean
}

const PER_THOUSAND = 'CNY per 1000'
const versus = (key: string, what: string): Field => ({
  key,
  name: 'versusPeers',
  unit: 'ratio',
  signed: true,
  definition: `${what}: relative difference to peers as Pugongying picks them`,
})
const share = (key: string, name: string, definition: string): Field => ({ key, name, unit: 'share', isPercent: true, definition })

const NOTES: readonly Field[] = [
  { key: 'noteNumber', name: 'posts', unit: 'posts' },
  { key: 'videoNoteNumber', name: 'videoPosts', unit: 'posts' },
  share('hundredLikePercent', 'hundredLikeShare', 'notes with 100 likes or more ÷ notes'),
  share('thousandLikePercent', 'thousandLikeShare', 'notes with 1,000 likes or more ÷ notes'),
  { key: 'impMedian', name: 'impressionsMedian', unit: 'impressions' },
  { key: 'readMedian', name: 'readsMedian', unit: 'reads' },
  { key: 'interactionMedian', name: 'interactionsMedian', unit: 'interactions', definition: PUGONGYING_INTERACTIONS },
  share('interactionRate', 'interactionRate', `${PUGONGYING_INTERACTIONS}; what they are divided by is not printed`),
  { key: 'likeMedian', name: 'likesMedian', unit: 'likes' },
  { key: 'collectMedian', name: 'savesMedian', unit: 'saves' },
  { key: 'commentMedian', name: 'commentsMedian', unit: 'comments' },
  { key: 'shareMedian', name: 'sharesMedian', unit: 'shares' },
  share('videoFullViewRate', 'completionRate', 'full plays ÷ plays of videos'),
  share('picture3sViewRate', 'threeSecondReadShare', 'reads of at least 3 seconds ÷ reads of image notes'),
  versus('impMedianBeyondRate', 'impressionsMedian'),
  versus('readMedianBeyondRate', 'readsMedian'),
  versus('interactionBeyondRate', 'interactionsMedian'),
  // Fractions here, where the rates beside them are percent.
  ...['Homefeed', 'Search', 'Follow', 'Detail', 'Nearby', 'Other'].flatMap((from): Field[] => [
    { key: `pagePercentVo.imp${from}Percent`, name: 'impressionsBySourceShare', unit: 'share', definition: `from ${from}` },
    { key: `pagePercentVo.read${from}Percent`, name: 'readsBySourceShare', unit: 'share', definition: `from ${from}` },
  ]),
]

const KINDS = [
  { key: 'Picture', price: 'creator.picturePrice', format: 'image_note' },
  { key: 'Video', price: 'creator.videoPrice', format: 'video_note' },
] as const

const DATA: readonly Field[] = [
  { key: 'readMedian', name: 'readsMedian', unit: 'reads' },
  { key: 'interactionMedian', name: 'interactionsMedian', unit: 'interactions', definition: PUGONGYING_INTERACTIONS },
  {
    key: 'mEngagementNum',
    name: 'interactionsMedian',
    unit: 'interactions',
    definition: `mEngagementNum, another median than interactionMedian; ${PUGONGYING_INTERACTIONS}`,
  },
  { key: 'mAccumImpNum', name: 'impressionsMedian', unit: 'impressions' },
  { key: 'mValidRawReadFeedNum', name: 'readsMedian', unit: 'reads', definition: 'mValidRawReadFeedNum, another median than readMedian' },
  { key: 'mCpuvNum', name: 'shopVisitsMedian', unit: 'visits' },
  share('responseRate', 'replyRate', 'invitations answered within 48 hours ÷ invitations'),
  { key: 'inviteNum', name: 'invites', unit: 'invitations' },
  { key: 'activeDayInLast7', name: 'activeDays', unit: 'days' },
  { key: 'noteNumber', name: 'posts', unit: 'posts' },
  ...KINDS.flatMap(({ key, format }): Field[] => [
    { key: `estimate${key}Cpm`, name: 'expectedCpm', unit: PER_THOUSAND, definition: `${format}: price ÷ impressions × 1000` },
    {
      key: `estimate${key}EngageCost`,
      name: 'expectedCpe',
      unit: 'CNY per interaction',
      definition: `${format}: price ÷ interactions; ${PUGONGYING_INTERACTIONS}`,
    },
    { key: `estimate${key}Cpuv`, name: 'expectedCostPerVisit', unit: 'CNY per shop visit', definition: `${format}: price ÷ shop visits` },
    { key: `${key.toLowerCase()}ReadCost`, name: 'expectedCostPerRead', unit: 'CNY per read', definition: `${format}: price ÷ reads` },
    versus(`estimate${key}CpmCompare`, `expectedCpm of ${format}`),
    versus(`estimate${key}EngageCostCompare`, `expectedCpe of ${format}`),
    versus(`estimate${key}CpuvCompare`, `expectedCostPerVisit of ${format}`),
  ]),
]

const FANS: readonly Field[] = [
  { key: 'fansIncreaseNum', name: 'followersGained', unit: 'followers', signed: true },
  {
    key: 'fansGrowthRate',
    name: 'followersGainedRate',
    unit: 'share',
    isPercent: true,
    signed: true,
    definition: 'new followers ÷ followers',
  },
  { key: 'activeFansL28', name: 'activeFollowers', unit: 'followers' },
  share('activeFansRate', 'activeFollowersShare', 'followers active within 28 days ÷ followers'),
  { key: 'engageFansL30', name: 'engagedFollowers', unit: 'followers' },
  share('engageFansRate', 'engagedFollowersShare', 'followers who interacted within 30 days ÷ followers'),
  { key: 'readFansIn30', name: 'readingFollowers', unit: 'followers' },
  share('readFansRate', 'readingFollowersShare', 'followers who read within 30 days ÷ followers'),
  { key: 'payFansUserNum30d', name: 'payingFollowers', unit: 'followers' },
  share('payFansUserRate30d', 'payingFollowersShare', 'followers who ordered within 30 days ÷ followers'),
  versus('fansGrowthBeyondRate', 'followersGainedRate'),
  versus('activeFansBeyondRate', 'activeFollowersShare'),
  versus('engageFansBeyondRate', 'engagedFollowersShare'),
  versus('readFansBeyondRate', 'readingFollowersShare'),
  versus('payFansUserBeyondRate30d', 'payingFollowersShare'),
]

/** Parts of a stored page and the end-points they come from. Two parts may state one quantity and disagree. */
export const PARTS = [
  { part: 'notes_rate', fields: NOTES },
  { part: 'core_data', fields: DATA },
  { part: 'cost_effective', fields: DATA },
  { part: 'data_summary', fields: DATA },
  { part: 'fans_summary', fields: FANS },
] as const

const factsOf = ({ name, unit, definition, signed }: Field) => ({
  name,
  unit,
  ...(definition === undefined ? {} : { definition }),
  ...(signed === undefined ? {} : { signed }),
})

const PART_COLUMNS = PARTS.flatMap(({ part, fields }) =>
  ALL_AXES.flatMap((axes) =>
    fields.map((field) => metric(nameCell(part, axes, field.key), { ...factsOf(field), ...passportOf(axes), tab: part })),
  ),
)

export const DETAIL_COLUMNS: readonly ColumnMap[] = [
  identity('accountId', 'creator.userId'),
  identity('handle', 'creator.redId'),
  identity('displayName', 'creator.name'),
  identity('region', 'creator.location'),
  { headers: ['creator.fansCount', 'creator.fansNum'], target: { to: 'followers' } },
  { headers: ['creator.contentTags'], target: { to: 'categories' } },
  // Booking through Pugongying is the filed way on Xiaohongshu.
  listPrice('image_note', true, 'creator.picturePrice'),
  listPrice('video_note', true, 'creator.videoPrice'),
  metric('creator.likeCollectCountInfo', { name: 'likesAndSaves', unit: 'likes and saves' }),
  metric('creator.businessNoteCount', { name: 'sponsoredPosts', unit: 'posts' }),
  metric('creator.fans30GrowthNum', { name: 'followersGained', unit: 'followers', period: '30d', signed: true }),
  metric('creator.clickMidNum', { name: 'readsMedian', unit: 'reads' }),
  metric('creator.interMidNum', { name: 'interactionsMedian', unit: 'interactions', definition: PUGONGYING_INTERACTIONS }),
  ...dropped(
    'not used',
    ...['lowerPrice', 'pictureState', 'videoState', 'cooperType', 'userType', 'currentLevel', 'lowActive'].map((key) => `creator.${key}`),
  ),
  ...dropped('not used', ...['featureTags', 'personalTags', 'tradeType'].map((key) => `creator.${key}`)),
  ...PART_COLUMNS,
]

/** "87.6" under these keys is percent; a claim, which the counts beside them test where they stand. */
export const PERCENT_SCALES: Readonly<Record<string, number>> = Object.fromEntries(
  PARTS.flatMap(({ part, fields }) =>
    ALL_AXES.flatMap((axes) => fields.filter(({ isPercent }) => isPercent).map(({ key }) => [nameCell(part, axes, key), 0.01] as const)),
  ),
)

const ratio = (
  facts: Pick<UnitFormula, 'column' | 'unit' | 'inputs'>,
  { factor, money }: { factor: number; money: readonly string[] },
): UnitFormula => ({
  ...facts,
  formula: `${facts.inputs.join(' / ')}${factor === 1 ? '' : ` * ${factor}`}`,
  compute: ([amount = 0, count = 0]) => (amount / count) * factor,
  money,
  ...(money.length === 0 ? { provesMoney: false } : {}),
})

// core_data states the medians its costs are made of; the other parts state costs that these medians prove or contradict.
const COSTS: readonly UnitFormula[] = ['core_data', 'cost_effective', 'data_summary'].flatMap((part) =>
  ALL_AXES.flatMap((axes) => {
    const at = (key: string) => nameCell(part, axes, key)
    const of = (key: string) => [...new Set([at(key), nameCell('core_data', axes, key)])]
    const price = KINDS[0].price
    const money = part === 'core_data' ? [price] : []
    return [
      ...of('mAccumImpNum').map((median) =>
        ratio({ column: at('estimatePictureCpm'), unit: PER_THOUSAND, inputs: [price, median] }, { factor: 1000, money }),
      ),
      ...of('mEngagementNum').map((median) =>
        ratio({ column: at('estimatePictureEngageCost'), unit: 'CNY per interaction', inputs: [price, median] }, { factor: 1, money }),
      ),
      ...of('readMedian').map((median) => ({
        ...ratio({ column: at('pictureReadCost'), unit: 'CNY per read', inputs: [price, median] }, { factor: 1, money: [] }),
        isCandidate: true,
      })),
    ]
  }),
)

const FOLLOWER_RATES: readonly UnitFormula[] = [
  ['activeFansRate', 'activeFansL28'],
  ['engageFansRate', 'engageFansL30'],
  ['readFansRate', 'readFansIn30'],
  ['payFansUserRate30d', 'payFansUserNum30d'],
].flatMap(([rate = '', count = '']) =>
  ALL_AXES.map((axes) =>
    ratio(
      { column: nameCell('fans_summary', axes, rate), unit: 'share', inputs: [nameCell('fans_summary', axes, count), 'creator.fansCount'] },
      { factor: 1, money: [] },
    ),
  ),
)

export const DETAIL_FORMULAS: readonly UnitFormula[] = [...COSTS, ...FOLLOWER_RATES]
