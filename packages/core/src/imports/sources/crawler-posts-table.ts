import type { Source } from '../source.ts'
import { dropped, postField } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'
import { CRAWLED } from './crawler-table.ts'

const POSTS = { ...CRAWLED, holds: 'posts' } as const

/** Spider_XHS notes, xlsx. */
const spiderXhs = makeFlatSource({
  ...POSTS,
  id: 'spider_xhs.notes',
  title: { en: 'Spider_XHS notes', zh: 'Spider_XHS 笔记' },
  platform: 'xiaohongshu',
  reading: {
    required: [['笔记id'], ['点赞数量'], ['收藏数量'], ['上传时间']],
    columns: [
      postField('postId', '笔记id'),
      postField('accountId', '用户id'),
      postField('url', '笔记url'),
      postField('format', '笔记类型'),
      postField('title', '标题'),
      postField('text', '描述'),
      postField('publishedAt', '上传时间'),
      postField('likes', '点赞数量'),
      postField('saves', '收藏数量'),
      postField('comments', '评论数量'),
      postField('shares', '分享数量'),
      ...dropped('not used', '用户主页url', '昵称', '头像url', '视频封面url', '视频地址url', '图片地址url列表', '标签', 'ip归属地'),
    ],
  },
})

/** XHS-Downloader's list of works. */
const xhsDownloader = makeFlatSource({
  ...POSTS,
  id: 'xhs_downloader.works',
  title: { en: 'XHS-Downloader works', zh: 'XHS-Downloader 作品' },
  platform: 'xiaohongshu',
  reading: {
    required: [['作品ID'], ['作者ID'], ['点赞数量'], ['作品标题']],
    columns: [
      postField('postId', '作品ID'),
      postField('accountId', '作者ID'),
      postField('url', '作品链接'),
      postField('format', '作品类型'),
      postField('title', '作品标题'),
      postField('text', '作品描述'),
      postField('publishedAt', '发布时间'),
      postField('observedAt', '采集时间'),
      postField('likes', '点赞数量'),
      postField('saves', '收藏数量'),
      postField('comments', '评论数量'),
      postField('shares', '分享数量'),
      ...dropped('not used', '作品标签', '最后更新时间', '作者昵称', '作者链接', '下载地址', '动图地址'),
    ],
  },
})

/** TikTokDownloader's list of Douyin works: the only open crawler that has plays. */
const tiktokDownloader = makeFlatSource({
  ...POSTS,
  id: 'tiktok_downloader.works',
  title: { en: 'TikTokDownloader works', zh: 'TikTokDownloader 作品' },
  platform: 'douyin',
  reading: {
    required: [['作品ID'], ['播放数量'], ['点赞数量'], ['UID']],
    columns: [
      postField('postId', '作品ID'),
      postField('accountId', 'UID'),
      postField('url', '作品链接'),
      postField('format', '作品类型'),
      postField('text', '作品描述'),
      postField('publishedAt', '发布时间'),
      postField('observedAt', '采集时间'),
      postField('views', '播放数量'),
      postField('likes', '点赞数量'),
      postField('saves', '收藏数量'),
      postField('comments', '评论数量'),
      postField('shares', '分享数量'),
      ...dropped(
        'not used',
        'SEC_UID',
        'ID',
        '作品话题',
        '视频时长',
        '视频高度',
        '视频宽度',
        '视频URI',
        '账号昵称',
        '年龄',
        '账号签名',
        '下载地址',
        '音乐作者',
        '音乐标题',
        '音乐链接',
        '静态封面',
        '动态封面',
        '隐藏标签',
        '额外信息',
      ),
    ],
  },
})

/** Post lists of other open crawlers, by the headers their source code writes. */
export const CRAWLER_POSTS: readonly Source[] = [spiderXhs, xhsDownloader, tiktokDownloader]
