// Xiaohongshu notes as MediaCrawler writes them since its keys carry creator_hash: counts are strings, times are ms.
import { createHash } from 'node:crypto'
import { TITLES } from './people.mjs'

const CRAWLED = Date.parse('2026-11-20T02:15:00Z')
const DAY = 86400e3
const hashOf = (userId) => createHash('sha256').update(userId).digest('hex').slice(0, 16)
const maskName = (name) => `${[...name][0]}***${[...name].at(-1)}`
const formatCount = (count) => (count >= 10000 ? `${Math.round(count / 1000) / 10}万` : String(count))

function makeNote(chance, person, index) {
  const noteId = `69${chance.hex(22)}`
  const time = CRAWLED - chance.whole(2, 75) * DAY - chance.whole(0, DAY / 1000) * 1000
  const likes = Math.round(chance.spread(person.interactions * 0.62, 0.7))
  const title = TITLES[index % TITLES.length]
  return {
    note_id: noteId,
    type: chance.chance(0.35) ? 'video' : 'normal',
    title,
    desc: `${title}。示例文字，人物与产品均为虚构。 #护肤[话题]# #面霜[话题]#`,
    video_url: '',
    time,
    last_update_time: time + 60000,
    creator_hash: hashOf(person.userId),
    nickname: maskName(person.name),
    liked_count: formatCount(likes),
    collected_count: formatCount(Math.round(likes * chance.between(0.3, 0.8))),
    comment_count: formatCount(Math.round(likes * chance.between(0.04, 0.15))),
    share_count: formatCount(Math.round(likes * chance.between(0.02, 0.1))),
    image_list: `https://images.example/${noteId}-1.jpg,https://images.example/${noteId}-2.jpg`,
    tag_list: '护肤,面霜',
    last_modify_ts: CRAWLED + index * 1900,
    note_url: `https://www.xiaohongshu.com/explore/${noteId}`,
    source_keyword: '面霜',
    xsec_token: '',
  }
}

/** The text of the MediaCrawler file: 30 notes of 18 creators, two seen again in a later run, as appended files have it. */
export function makeMediaCrawlerNotes(chance, people) {
  const notes = Array.from({ length: 30 }, (_, index) => makeNote(chance, people[index % people.length], index))
  const later = notes
    .slice(3, 5)
    .map((note) => ({ ...note, liked_count: addOne(note.liked_count), last_modify_ts: note.last_modify_ts + 6 * 3600e3 }))
  return [...notes, ...later].map((note) => `${JSON.stringify(note)}\n`).join('')
}

const addOne = (count) => (count.endsWith('万') ? count : String(Number(count) + 11))
