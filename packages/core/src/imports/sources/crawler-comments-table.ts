import type { Source } from '../source.ts'
import { commentField, dropped } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'
import { AUTHOR_KEYS, CRAWLED, type CrawlerTable } from './crawler-table.ts'

/** A crawler's comment file; `creator_hash` replaced the author's id. */
interface CommentTable extends CrawlerTable {
  readonly id: string
}

const authorOf = (id: string) => [commentField('authorId', id), commentField('authorHash', 'creator_hash')]
// Names and faces of people who only commented: never taken over, nor given back with a rejected row.
const PERSONAL = [
  'nickname',
  'avatar',
  'ip_location',
  'gender',
  'profile_url',
  'sex',
  'sign',
  'sec_uid',
  'short_user_id',
  'user_unique_id',
  'user_signature',
  'user_link',
  'user_nickname',
  'user_avatar',
]

const MEDIACRAWLER: readonly CommentTable[] = [
  {
    id: 'mediacrawler.xhs.comments',
    platform: 'xiaohongshu',
    title: { en: 'MediaCrawler Xiaohongshu comments', zh: 'MediaCrawler 小红书评论' },
    required: [['comment_id'], ['note_id'], ['content'], ['pictures'], ['like_count'], AUTHOR_KEYS],
    fields: [
      commentField('postId', 'note_id'),
      commentField('at', 'create_time'),
      commentField('likes', 'like_count'),
      ...authorOf('user_id'),
    ],
    unused: ['pictures'],
  },
  {
    id: 'mediacrawler.douyin.comments',
    platform: 'douyin',
    title: { en: 'MediaCrawler Douyin comments', zh: 'MediaCrawler 抖音评论' },
    required: [['comment_id'], ['aweme_id'], ['content'], AUTHOR_KEYS],
    fields: [
      commentField('postId', 'aweme_id'),
      commentField('at', 'create_time'),
      commentField('likes', 'like_count'),
      ...authorOf('user_id'),
    ],
    unused: ['pictures'],
  },
  {
    id: 'mediacrawler.kuaishou.comments',
    platform: 'kuaishou',
    title: { en: 'MediaCrawler Kuaishou comments', zh: 'MediaCrawler 快手评论' },
    // Bilibili's file has the same keys and more.
    required: [['comment_id'], ['video_id'], ['content'], AUTHOR_KEYS],
    fields: [commentField('postId', 'video_id'), commentField('at', 'create_time'), ...authorOf('user_id')],
    unused: [],
  },
  {
    id: 'mediacrawler.bilibili.comments',
    platform: 'bilibili',
    title: { en: 'MediaCrawler Bilibili comments', zh: 'MediaCrawler B站评论' },
    required: [['comment_id'], ['video_id'], ['content'], ['parent_comment_id'], ['like_count'], AUTHOR_KEYS],
    fields: [
      commentField('postId', 'video_id'),
      commentField('at', 'create_time'),
      commentField('likes', 'like_count'),
      ...authorOf('user_id'),
    ],
    unused: [],
  },
  {
    id: 'mediacrawler.weibo.comments',
    platform: 'weibo',
    title: { en: 'MediaCrawler Weibo comments', zh: 'MediaCrawler 微博评论' },
    required: [['comment_id'], ['note_id'], ['content'], ['comment_like_count'], AUTHOR_KEYS],
    fields: [
      commentField('postId', 'note_id'),
      commentField('at', 'create_time'),
      commentField('at', 'create_date_time'),
      commentField('likes', 'comment_like_count'),
      ...authorOf('user_id'),
    ],
    unused: [],
  },
  {
    id: 'mediacrawler.tieba.comments',
    platform: 'tieba',
    title: { en: 'MediaCrawler Tieba comments', zh: 'MediaCrawler 贴吧评论' },
    required: [['comment_id'], ['note_id'], ['content'], ['tieba_name']],
    // Old files know the author by a link only: its hash is not the one of new files.
    fields: [commentField('postId', 'note_id'), commentField('at', 'publish_time'), ...authorOf('user_link')],
    unused: ['note_url', 'tieba_id', 'tieba_name', 'tieba_link'],
  },
  {
    id: 'mediacrawler.zhihu.comments',
    platform: 'zhihu',
    title: { en: 'MediaCrawler Zhihu comments', zh: 'MediaCrawler 知乎评论' },
    required: [['comment_id'], ['content_id'], ['content'], ['dislike_count'], AUTHOR_KEYS],
    fields: [
      commentField('postId', 'content_id'),
      commentField('at', 'publish_time'),
      commentField('likes', 'like_count'),
      ...authorOf('user_id'),
    ],
    unused: ['content_type', 'dislike_count'],
  },
].map((table) => ({
  ...table,
  fields: [
    commentField('commentId', 'comment_id'),
    commentField('text', 'content'),
    commentField('parentId', 'parent_comment_id'),
    ...table.fields,
  ],
  unused: [...table.unused, 'sub_comment_count', 'last_modify_ts'],
}))

const SPIDER_XHS: CommentTable = {
  id: 'spider_xhs.comments',
  platform: 'xiaohongshu',
  title: { en: 'Spider_XHS comments', zh: 'Spider_XHS 评论' },
  required: [['评论id'], ['笔记id'], ['评论内容']],
  fields: [
    commentField('commentId', '评论id'),
    commentField('postId', '笔记id'),
    commentField('text', '评论内容'),
    commentField('at', '上传时间'),
    commentField('likes', '点赞数量'),
    commentField('authorId', '用户id'),
  ],
  unused: ['笔记url', '评论标签', '图片地址url列表'],
}

const TIKTOK_DOWNLOADER: CommentTable = {
  id: 'tiktok_downloader.comments',
  platform: 'douyin',
  title: { en: 'TikTokDownloader comments', zh: 'TikTokDownloader 评论' },
  required: [['评论ID'], ['评论内容'], ['评论时间'], ['UID']],
  // No column says of which work a comment is; the name of the file may.
  fields: [
    commentField('commentId', '评论ID'),
    commentField('parentId', '回复ID'),
    commentField('text', '评论内容'),
    commentField('at', '评论时间'),
    commentField('likes', '点赞数量'),
    commentField('authorId', 'UID'),
  ],
  unused: ['采集时间', '评论表情', '评论图片', '回复数量'],
}

/** Headers under which tables of comments name the people who wrote them. */
export const COMMENTER_HEADERS: readonly string[] = [
  ...PERSONAL,
  '用户主页url',
  '昵称',
  '头像url',
  'ip归属地',
  'SEC_UID',
  '账号昵称',
  '账号签名',
  '年龄',
  '回复对象',
  '用户昵称',
  '用户名',
  '评论人',
  '评论者',
  '评论用户',
]

/** Comments of crawlers: the author a hash, no name, no face, no place. */
export const CRAWLER_COMMENTS: readonly Source[] = [...MEDIACRAWLER, SPIDER_XHS, TIKTOK_DOWNLOADER].map(
  ({ id, platform, title, fields, required, unused }) => {
    const mapped = new Set(fields.flatMap(({ headers }) => headers))
    const personal = COMMENTER_HEADERS.filter((header) => !mapped.has(header))
    return makeFlatSource({
      ...CRAWLED,
      id,
      title,
      holds: 'comments',
      platform,
      reading: { required, columns: [...fields, ...dropped('contact data', ...personal), ...dropped('not used', ...unused)] },
    })
  },
)
