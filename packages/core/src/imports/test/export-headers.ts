import { importRecords, type Cell, type DecodedFile } from '../index.ts'

/** An invented table under a header. */
export const fileOf = (header: readonly string[], ...rows: Cell[][]): DecodedFile => ({
  name: 'invented.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'invented.csv', header: [...header], rows }],
})
/** A row under a header; what is not given is empty. */
const rowOf = (header: readonly string[], cells: Readonly<Record<string, Cell>>) => header.map((name) => cells[name] ?? '')
/** What an import makes of rows under a header. */
export function readRows(header: readonly string[], ...rows: Readonly<Record<string, Cell>>[]) {
  const outcome = importRecords(fileOf(header, ...rows.map((cells) => rowOf(header, cells))), { source: 'auto', importId: 'sha256:00' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}
const keys = (text: string) => text.split(' ')

/** Header rows as the named sources print them (reference/columns.json). */
export const HEADERS = {
  'mediacrawler.douyin.contents': keys(
    'aweme_id aweme_type title desc create_time user_id sec_uid short_user_id user_unique_id user_signature nickname avatar liked_count collected_count comment_count share_count ip_location last_modify_ts aweme_url cover_url video_download_url music_download_url note_download_url source_keyword',
  ),
  'mediacrawler.kuaishou.contents': keys(
    'video_id video_type title desc create_time user_id nickname avatar liked_count viewd_count last_modify_ts video_url video_cover_url video_play_url source_keyword',
  ),
  'mediacrawler.bilibili.contents': keys(
    'video_id video_type title desc create_time user_id nickname avatar liked_count disliked_count video_play_count video_favorite_count video_share_count video_coin_count video_danmaku video_comment last_modify_ts video_url video_cover_url source_keyword',
  ),
  'mediacrawler.weibo.contents': keys(
    'note_id content create_time create_date_time liked_count comments_count shared_count last_modify_ts note_url ip_location user_id nickname gender profile_url avatar source_keyword',
  ),
  'mediacrawler.zhihu.contents': keys(
    'content_id content_type content_text content_url question_id title desc created_time updated_time voteup_count comment_count source_keyword user_id user_link user_nickname user_avatar user_url_token last_modify_ts',
  ),
  'mediacrawler.tieba.contents': keys(
    'note_id title desc note_url publish_time user_link user_nickname user_avatar tieba_name tieba_link total_replay_num total_replay_page ip_location source_keyword last_modify_ts',
  ),
  'spider_xhs.notes': keys(
    '笔记id 笔记url 笔记类型 用户id 用户主页url 昵称 头像url 标题 描述 点赞数量 收藏数量 评论数量 分享数量 视频封面url 视频地址url 图片地址url列表 标签 上传时间 ip归属地',
  ),
  'xhs_downloader.works': keys(
    '采集时间 作品ID 作品类型 作品标题 作品描述 作品标签 发布时间 最后更新时间 收藏数量 评论数量 分享数量 点赞数量 作者昵称 作者ID 作者链接 作品链接 下载地址 动图地址',
  ),
  'tiktok_downloader.works': keys(
    '作品类型 采集时间 UID SEC_UID ID 作品ID 作品描述 作品话题 视频时长 视频高度 视频宽度 作品链接 发布时间 视频URI 账号昵称 年龄 账号签名 下载地址 音乐作者 音乐标题 音乐链接 静态封面 动态封面 隐藏标签 点赞数量 评论数量 收藏数量 分享数量 播放数量 额外信息',
  ),
  'qiangua.creators': keys(
    '博主昵称 千瓜指数 达人类型 粉丝数 赞藏总数 笔记数 平均互动 平均点赞 平均收藏 平均评论 小红书主页 蒲公英主页 小红书号 实时报价-图文 实时报价-图文CPE 实时报价-视频 实时报价-视频CPE 关注数 冠薯 达人等级 标签占比 标签指数 简介',
  ),
  'huitun.douyin': keys('播主昵称 抖音号 所属MCN 简介 内容标签 分类 粉丝数 作品数 点赞数 平均点赞 达人主页链接'),
  'feigua.creators': keys(
    '姓名 抖音ID 认证标识 飞瓜指数 总粉丝量 30天粉丝增量 总作品数 30天作品数 总点赞量 30天点赞增量 人均客单价 人均UV值',
  ),
  'xingtu.market': keys(
    '达人信息 连接用户数 粉丝数 预期CPM 预期播放量 互动率 完播率 30天涨粉 传播指数 种草指数 转化指数 地区 星图ID 抖音UID',
  ),
  'weiq.accounts': keys(
    '昵称 粉丝数 直发CPM 阅读中位数 直发阅读中位数 转发阅读中位数 互动中位数 直发互动中位数 转发互动中位数 发布博文数 转发中位数 评论中位数 点赞中位数 最低阅读量 最高阅读量 阅读量均值 供稿直发 供稿转发 头条文章 点评 原创图文 原创视频 认证等级',
  ),
  'huahuo.creators': [
    ...keys(
      'UP主昵称 UP主MID 性别 地区 城市 一级分区 二级分区 MCN公司 是否高潜UP主 粉丝量 涨粉量 涨粉率(%) 播放量中位数 30天播放量中位数 互动率 热门稿件率 近30天投稿数 近90天投稿数 近180天投稿数 商业视频数 移动端播放占比 PC端播放占比 综合评分 预估播放量 预估花费 植入视频报价 定制视频报价 直发动态报价 转发动态报价 品牌植入CPM 内容定制CPM CPM CPC CPE 蓝链点击率 蓝链点击成本 关注用户_男占比 关注用户_女占比 关注用户_0-17占比 关注用户_18-24占比 关注用户_25-30占比 关注用户_30+占比 观看用户_粉丝观看占比 DMP粉丝匹配率 直播_场均观看人数_30天 直播_90天带货金额 带货等级 带货GPM 评论区点击率',
    ),
    ...['全部流量', '自然流量'].flatMap((flow) =>
      ['播放中位数', 'CPM', 'CPC', 'CPE'].flatMap((name) => [7, 15, 30].map((days) => `${flow}_${name}_${days}天`)),
    ),
  ],
  'huxuan.channels': keys(
    'nickname fans_num_level short_video_price long_video_price avg_read_count avg_like_count median_read_count play_finish_rate interaction_rate fans_num_growth_rate fans_num_increment expected_cpm avg_interaction_count mcn_name city_label auth_profession category_level1 category_level2 identity_level1 identity_level2 tags synopsis',
  ),
  'newrank.official_accounts': keys('账号名称 账号ID 类别 发布次数 文章数 阅读数 平均阅读数 在看数 头条阅读数 最高阅读数 新榜指数 uid'),
} as const
/** The other header row of Xingtu's market. */
export const XINGTU_OTHER = keys(
  '星图ID 达人昵称 达人UID 60s+报价 21-60s报价 1-20s报价 预期cpm 男性粉丝占比 女性粉丝占比 18-23岁粉丝比例 24-30岁粉丝比例 31-40岁粉丝比例 41-50岁粉丝比例 50岁以上粉丝比例 小镇中老年粉丝比例 资深中产粉丝比例 Z时代粉丝比例 都市银发粉丝比例 小镇青年粉丝比例 精致妈妈粉丝比例 新锐白领粉丝比例 都市蓝领粉丝比例',
)
