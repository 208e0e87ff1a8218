import type { ContentFacts } from '../../src/compliance/index.ts'

/** One generated post and where it is published. */
export interface ContactCase {
  readonly text: string
  readonly platform: ContentFacts['platform']
}

interface Group {
  readonly names: readonly string[]
  readonly frames: readonly string[]
}

// What each disguise stands for decides what one does with it; {n} is the disguise, {id} somebody's number or handle.
const GROUPS: Readonly<Record<string, Group>> = {
  wechat: {
    names: '薇信 威信 维信 V信 vx wx W信 卫星 围信 绿泡泡 徽信 葳信 微芯'.split(' '),
    frames: ['加{n}：{id}', '{n}搜{id}', '扫{n}领资料', '找我{n} {id}', '{n}同名，备注来意', '{n}号 {id}', '想要的{n}联系'],
  },
  qq: {
    names: '扣扣 抠抠 蔻蔻 企鹅 秋秋'.split(' '),
    frames: ['加{n} {id}', '{n}：{id}', '搜{n}{id}', '{n}联系，备注姓名', '扫码进{n}', '找{n}领取 {id}'],
  },
  shop: {
    names: '桃宝 某宝 TB 拼夕夕 PDD'.split(' '),
    frames: ['{n}搜：小鹿手作', '打开{n}找同名店', '去{n}搜{id}', '{n}同名，备注领券', '{n}店铺搜索小鹿'],
  },
  group: {
    names: '裙 君羊'.split(' '),
    frames: ['加{n} {id}', '进{n}领资料', '{n}号 {id}', '扫码进{n}', '{n}：{id}', '拉你进{n}，备注城市'],
  },
  add: {
    names: '佳 茄 ➕ +'.split(' '),
    frames: ['{n}薇信 {id}', '{n}v：{id}', '{n}微 {id}', '{n}扣扣 {id}', '{n}我 vx {id}'],
  },
  message: {
    names: '司信 丝信 滴滴 dd 戳我'.split(' '),
    frames: ['{n}领资料', '{n}发你，备注福利', '想要的{n}找我拿', '{n} {id}', '{n}我领取'],
  },
  link: {
    names: '涟接 莲接'.split(' '),
    frames: ['{n}发你，私我领', '找我要{n}', '备注领{n}', '搜同名看{n}', '{n}加我 {id}'],
  },
}

const IDS = 'abc_123 kol2026 13800138000 一三八零零一三八 ①③⑧⑥⑥⑥⑧⑧ lucky8866'.split(' ')
// What people put between to hide it; the last writes it in traditional characters where it has any.
const DRESSES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `姐妹们看过来✨${text}🌸`,
  (text) => [...text].join('\u200b'),
  (text) => text.replace(/([\u4e00-\u9fff])([\u4e00-\u9fff])/u, '$1❤️$2'),
  (text) => text.replace('号', '號').replace('备注', '備註').replace('领', '領').replace('联系', '聯繫').replace('扫', '掃'),
]
const PLATFORMS = ['xiaohongshu', 'douyin', 'kuaishou', 'bilibili', 'weibo', 'zhihu', 'taobao_live', undefined] as const

/** Every group × frame × name, with ids, dresses and platforms dealt out in turn so that all meet. */
export function listContactCases(): ContactCase[] {
  const cases: ContactCase[] = []
  for (const { names, frames } of Object.values(GROUPS)) {
    for (const frame of frames) {
      for (const name of names) {
        const turn = cases.length
        const dress = DRESSES[turn % DRESSES.length] ?? String
        const text = frame.replace('{n}', name).replace('{id}', IDS[turn % IDS.length] ?? '')
        cases.push({ text: dress(text), platform: PLATFORMS[turn % PLATFORMS.length] })
      }
    }
  }
  return cases
}
