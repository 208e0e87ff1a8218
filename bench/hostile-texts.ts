// Texts made to keep a linter busy: each is a million characters of one trick.
const LENGTH = 1_000_000

const UNITS: Readonly<Record<string, string>> = {
  'a term that overlaps itself': '最',
  hearts: '❤',
  'a name and hearts': '微❤❤❤❤',
  'pinyin soup': 'weixinjiawowx',
  digits: '1234567890',
  'numerals and measures': '一百二十三天四成五%',
  brackets: '【（「《#',
  'a long negation': '不是没有并非',
  'thousands of hits': '全网最低价国家级最佳第一',
  'contacts without end': '加微信abc123，',
  'claims without end': '七天治愈糖尿病保证根治，',
  'claims in one sentence each': '这款面霜美白祛斑效果最好。',
  'emoji and signs': '😀🐧➕⑩㎏',
  'web addresses': 'https://a.example/x?y=z ',
  'an address without end': 'https://',
  'ad marks': '#广告 【 广告',
  'ages and prizes': '15岁主播大奖10万元',
  'ends of sentences': '。！',
  spaces: ' ',
  'letters and digits': 'a1b2c3',
}

/** The texts by what is in them. */
export function makeHostileTexts(): [string, string][] {
  return Object.entries(UNITS).map(([name, unit]) => [name, unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)])
}
