import { cleanText, isEmptyCell } from '../parse-number.ts'
import { readTime } from '../parse-time.ts'
import type { ColumnMap } from '../source.ts'
import { dropped, postField } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'

// Exact header rows of both versions (reference/columns.json): csv files are appended to, so one can change inside a file.
const OLD =
  'note_id,type,title,desc,video_url,time,last_update_time,user_id,nickname,avatar,liked_count,collected_count,comment_count,share_count,ip_location,image_list,tag_list,last_modify_ts,note_url,source_keyword,xsec_token'.split(
    ',',
  )
const NEW =
  'note_id,type,title,desc,video_url,time,last_update_time,creator_hash,nickname,liked_count,collected_count,comment_count,share_count,image_list,tag_list,last_modify_ts,note_url,source_keyword,xsec_token'.split(
    ',',
  )

const COLUMNS: readonly ColumnMap[] = [
  postField('postId', 'note_id'),
  postField('accountId', 'user_id'),
  postField('url', 'note_url'),
  postField('publishedAt', 'time'),
  postField('format', 'type'),
  postField('title', 'title'),
  postField('text', 'desc'),
  postField('observedAt', 'last_modify_ts'),
  postField('likes', 'liked_count'),
  postField('saves', 'collected_count'),
  postField('comments', 'comment_count'),
  postField('shares', 'share_count'),
  postField('authorHash', 'creator_hash'),
  ...dropped(
    'not used',
    'nickname',
    'avatar',
    'ip_location',
    'video_url',
    'last_update_time',
    'image_list',
    'tag_list',
    'source_keyword',
    'xsec_token',
  ),
]

const HASH = /^[0-9a-f]{16}$/

// A row of the other version has its author, link and times under wrong headers; an empty cell says nothing.
function isInPlace(cells: Readonly<Record<string, unknown>>): boolean {
  const says = (column: string, isRight: (text: string) => boolean) => isEmptyCell(cells[column]) || isRight(cleanText(cells[column]))
  return (
    says('user_id', (text) => !HASH.test(text)) &&
    says('creator_hash', (text) => HASH.test(text)) &&
    says('note_url', (text) => /^https?:/.test(text)) &&
    ['time', 'last_modify_ts'].every((column) => readTime(cells[column]).kind !== 'unparsable')
  )
}

const READING = {
  columns: COLUMNS,
  required: [['note_id'], ['liked_count'], ['collected_count'], ['time'], ['user_id', 'creator_hash']],
  versions: [OLD, NEW],
  fits: isInPlace,
}

/** MediaCrawler Xiaohongshu posts, old (user_id) and new (creator_hash) headers, csv, json, jsonl or xlsx. */
export const mediacrawlerXhsContents = makeFlatSource({
  id: 'mediacrawler.xhs.contents',
  title: { en: 'MediaCrawler Xiaohongshu posts', zh: 'MediaCrawler 小红书笔记' },
  holds: 'posts',
  platform: 'xiaohongshu',
  audienceBasis: 'followers',
  formulas: [],
  namesIdentify: false,
  reading: READING,
})
