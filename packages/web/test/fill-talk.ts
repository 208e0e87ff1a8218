import type { BrowserContext } from 'playwright-core'
import { importText } from './ask-server.ts'

const HOUR_MS = 3_600_000
const FIRST_POST = Date.parse('2026-08-02T04:00:00Z')

/** What the invented creator wrote: everyday, paid, with a word the law forbids, in a tone that can be measured. */
const WRITTEN = [
  ['换季敏感肌怎么过', '姐妹们，换季脸颊又红了。我这周只用清水和一瓶面霜，第三天不紧了😊 不是每个人都合适，先在耳后试。'],
  ['面霜成分一次讲清', '甘油锁水，泛醇舒缓，神经酰胺补屏障。宝子们别只看宣传，看全成分表前五位。'],
  ['国家级配方？我看完只想笑', '看到一瓶写着国家级配方的精华，哈哈哈，我查了备案，就是普通保湿。'],
  ['一周空瓶', '这周用完三瓶：洁面、爽肤水、面霜。面霜会回购，洁面有点拔干。'],
  ['和云杉一起做的早八护肤', '广告｜与示例·云杉护肤合作。早八五分钟：洁面、面霜、防晒，点主页橱窗看看。'],
  ['粉丝问得最多的十个问题', '敏感肌能不能刷酸？能，但要慢。孕期怎么护肤？先问医生。'],
] as const

const ASKED = [
  '敏感肌可以用吗？',
  '多少钱呀',
  '在哪里买',
  '油皮会不会闷痘',
  '成分党路过，讲得清楚',
  '用了烂脸了，怎么办',
  '链接有吗',
  '谢谢姐姐，收藏了',
]
const ANSWERED = ['先在耳后试三天哦', '主页有写，慢慢来']

const postId = (place: number) => `64f0aa11bb22cc33dd44${String(2000 + place)}`

function writeNotes(accountId: string): string {
  return WRITTEN.map(([title, desc], place) =>
    JSON.stringify({
      note_id: postId(place),
      type: place % 2 === 0 ? 'normal' : 'video',
      title,
      desc,
      time: FIRST_POST + place * 400 * HOUR_MS,
      user_id: accountId,
      nickname: '示例·山茶成分课',
      liked_count: String(900 + 130 * place),
      collected_count: String(410 + 20 * place),
      comment_count: String(ASKED.length + 1),
      share_count: String(30 + place),
      last_modify_ts: Date.parse('2026-11-20T04:00:00Z'),
      note_url: `https://www.xiaohongshu.com/explore/${postId(place)}`,
    }),
  ).join('\n')
}

function writeComments(accountId: string): string {
  const lines = WRITTEN.flatMap((_, place) =>
    ASKED.flatMap((content, nth) => {
      const id = `${postId(place)}c${nth}`
      const comment = { note_id: postId(place), content, pictures: '', like_count: String(nth), create_time: FIRST_POST + place * HOUR_MS }
      const asked = { ...comment, comment_id: id, parent_comment_id: '0', user_id: `5f00aa11bb22cc33dd55000${nth}` }
      const answer = ANSWERED[nth]
      return answer === undefined
        ? [asked]
        : [asked, { ...comment, comment_id: `${id}a`, content: answer, parent_comment_id: id, user_id: accountId }]
    }),
  )
  return lines.map((line) => JSON.stringify(line)).join('\n')
}

/** Brings in what the creator wrote and what people wrote below it. */
export async function fillTalk(context: BrowserContext, url: string, accountId: string): Promise<void> {
  await importText(context, url, { name: '示例-笔记_2026-11-20.jsonl', text: writeNotes(accountId) })
  await importText(context, url, { name: '示例-评论_2026-11-20.jsonl', text: writeComments(accountId) })
}
