import { FORMAT_NAMES_ZH, nameZh, say, type Localized } from '../shared/index.ts'

/** What English sentences call the formats of posts and quotes; sources may bring formats that are not listed. */
const FORMAT_NAMES_EN: Readonly<Record<string, string>> = {
  post: 'post',
  image_post: 'image post',
  note: 'note',
  note_image: 'image note',
  note_picture: 'image note',
  image_note: 'image note',
  note_video: 'video note',
  video_note: 'video note',
  article: 'article',
  video: 'video',
  video_1_20s: 'video 1–20 s',
  video_21_60s: 'video 21–60 s',
  video_60s_plus: 'video over 60 s',
  video_pay_per_play: 'video paid per play',
  video_seeding: 'seeding video',
  post_direct: 'direct post',
  post_repost: 'repost',
  review: 'review',
  post_original_image: 'original image post',
  post_original_video: 'original video post',
  video_placement: 'placement in a video',
  video_custom: 'custom video',
  dynamic_direct: 'dynamic',
  dynamic_repost: 'repost of a dynamic',
  video_60s: 'video up to 60 s',
  live: 'live',
  comment: 'comment',
}

/** What people call the format of a post or quote; a format nobody has named yet keeps its key. */
export function nameFormat(format: string): Localized {
  const en = Object.hasOwn(FORMAT_NAMES_EN, format) ? FORMAT_NAMES_EN[format] : undefined
  return say(en ?? format, nameZh(FORMAT_NAMES_ZH, format))
}
