import type { Source } from '../source.ts'
import { dropped, postField } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'
import { AUTHOR_KEYS, CRAWLED, type CrawlerTable } from './crawler-table.ts'

const SHARED_UNUSED = ['nickname', 'avatar', 'ip_location', 'source_keyword'] as const

// Kuaishou's and Bilibili's files describe a video by the same keys.
const VIDEO = [
  postField('postId', 'video_id'),
  postField('accountId', 'user_id'),
  postField('url', 'video_url'),
  postField('publishedAt', 'create_time'),
  postField('format', 'video_type'),
  postField('title', 'title'),
  postField('text', 'desc'),
  postField('observedAt', 'last_modify_ts'),
  postField('likes', 'liked_count'),
]

/** Post files besides Xiaohongshu's, by their exact keys. */
const TABLES: readonly CrawlerTable[] = [
  {
    platform: 'douyin',
    title: { en: 'MediaCrawler Douyin posts', zh: 'MediaCrawler 抖音作品' },
    required: [['aweme_id'], ['liked_count'], ['create_time'], AUTHOR_KEYS],
    fields: [
      postField('postId', 'aweme_id'),
      postField('accountId', 'user_id'),
      postField('url', 'aweme_url'),
      postField('publishedAt', 'create_time'),
      postField('format', 'aweme_type'),
      postField('title', 'title'),
      postField('text', 'desc'),
      postField('observedAt', 'last_modify_ts'),
      postField('likes', 'liked_count'),
      postField('saves', 'collected_count'),
      postField('comments', 'comment_count'),
      postField('shares', 'share_count'),
    ],
    unused: [
      'sec_uid',
      'short_user_id',
      'user_unique_id',
      'user_signature',
      'cover_url',
      'video_download_url',
      'music_download_url',
      'note_download_url',
    ],
  },
  {
    platform: 'kuaishou',
    title: { en: 'MediaCrawler Kuaishou posts', zh: 'MediaCrawler 快手作品' },
    required: [['video_id'], ['viewd_count'], ['create_time'], AUTHOR_KEYS],
    fields: [
      ...VIDEO,
      // The crawler's own spelling.
      postField('views', 'viewd_count'),
    ],
    unused: ['video_cover_url', 'video_play_url'],
  },
  {
    platform: 'bilibili',
    title: { en: 'MediaCrawler Bilibili posts', zh: 'MediaCrawler B站稿件' },
    required: [['video_id'], ['video_play_count'], ['create_time'], AUTHOR_KEYS],
    fields: [
      ...VIDEO,
      postField('views', 'video_play_count'),
      postField('comments', 'video_comment'),
      postField('shares', 'video_share_count'),
      postField('saves', 'video_favorite_count'),
      postField('coins', 'video_coin_count'),
      postField('danmaku', 'video_danmaku'),
    ],
    unused: ['disliked_count', 'video_cover_url'],
  },
  {
    platform: 'weibo',
    title: { en: 'MediaCrawler Weibo posts', zh: 'MediaCrawler 微博' },
    required: [['note_id'], ['content'], ['comments_count'], ['shared_count'], AUTHOR_KEYS],
    fields: [
      postField('postId', 'note_id'),
      postField('accountId', 'user_id'),
      postField('url', 'note_url'),
      postField('publishedAt', 'create_time'),
      postField('publishedAt', 'create_date_time'),
      postField('text', 'content'),
      postField('observedAt', 'last_modify_ts'),
      postField('likes', 'liked_count'),
      postField('comments', 'comments_count'),
      postField('shares', 'shared_count'),
    ],
    unused: ['gender', 'profile_url'],
  },
  {
    platform: 'zhihu',
    title: { en: 'MediaCrawler Zhihu answers and articles', zh: 'MediaCrawler 知乎内容' },
    required: [['content_id'], ['content_text'], ['voteup_count'], AUTHOR_KEYS],
    fields: [
      postField('postId', 'content_id'),
      postField('accountId', 'user_id'),
      postField('url', 'content_url'),
      postField('publishedAt', 'created_time'),
      postField('format', 'content_type'),
      postField('title', 'title'),
      postField('text', 'content_text'),
      postField('observedAt', 'last_modify_ts'),
      postField('likes', 'voteup_count'),
      postField('comments', 'comment_count'),
    ],
    unused: ['question_id', 'desc', 'updated_time', 'user_link', 'user_nickname', 'user_avatar', 'user_url_token'],
  },
  {
    platform: 'tieba',
    title: { en: 'MediaCrawler Tieba threads', zh: 'MediaCrawler 贴吧帖子' },
    required: [['note_id'], ['tieba_name'], ['total_replay_num']],
    fields: [
      postField('postId', 'note_id'),
      postField('url', 'note_url'),
      postField('publishedAt', 'publish_time'),
      postField('title', 'title'),
      postField('text', 'desc'),
      postField('observedAt', 'last_modify_ts'),
      // The crawler's own spelling.
      postField('comments', 'total_replay_num'),
    ],
    unused: ['user_link', 'user_nickname', 'user_avatar', 'tieba_link', 'tieba_name', 'total_replay_page'],
  },
]

/** What a Bilibili creator posts beside videos. */
const DYNAMICS: CrawlerTable = {
  platform: 'bilibili',
  title: { en: 'MediaCrawler Bilibili dynamics', zh: 'MediaCrawler B站动态' },
  required: [['dynamic_id'], ['pub_ts'], ['total_forwards'], AUTHOR_KEYS],
  fields: [
    postField('postId', 'dynamic_id'),
    postField('accountId', 'user_id'),
    postField('publishedAt', 'pub_ts'),
    postField('format', 'type'),
    postField('text', 'text'),
    postField('observedAt', 'last_modify_ts'),
    postField('likes', 'total_liked'),
    postField('comments', 'total_comments'),
    postField('shares', 'total_forwards'),
  ],
  unused: ['user_name'],
}

/** MediaCrawler posts of Douyin, Kuaishou, Bilibili, Weibo, Zhihu and Tieba, old and new keys. */
export const MEDIACRAWLER_POSTS: readonly Source[] = [
  ...TABLES.map((table) => makePosts('contents', table)),
  makePosts('dynamics', DYNAMICS),
]

function makePosts(kind: string, { platform, title, fields, required, unused }: CrawlerTable): Source {
  return makeFlatSource({
    ...CRAWLED,
    id: `mediacrawler.${platform}.${kind}`,
    title,
    holds: 'posts',
    platform,
    reading: {
      columns: [...fields, postField('authorHash', 'creator_hash'), ...dropped('not used', ...SHARED_UNUSED, ...unused)],
      required,
    },
  })
}
