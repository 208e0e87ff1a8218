/** What a 合作方式 says of the format and of filing (报备); null is not said. */
export interface Cooperation {
  readonly format: string
  readonly filed: boolean | null
}

const UNFILED = /非报备|水下|未报备|无报备/
const FORMATS: readonly { readonly words: RegExp; readonly xiaohongshu: string; readonly other: string }[] = [
  { words: /直播/, xiaohongshu: 'live', other: 'live' },
  { words: /图文/, xiaohongshu: 'image_note', other: 'image_post' },
  // How long a video is decides its price on other platforms, and the words do not say.
  { words: /视频/, xiaohongshu: 'video_note', other: 'post' },
]

/** Reads 报备图文, 非报备视频, 软植图文, 直播. 软植 says nothing of filing. */
export function nameCooperation(text: string, platform: string): Cooperation {
  const found = FORMATS.find(({ words }) => words.test(text))
  const format = (platform === 'xiaohongshu' ? found?.xiaohongshu : found?.other) ?? 'post'
  return { format, filed: UNFILED.test(text) ? false : /报备/.test(text) ? true : null }
}
