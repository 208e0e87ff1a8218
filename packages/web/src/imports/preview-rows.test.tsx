import type { Post, PreviewRow } from '@kolibra/core/imports'
import { expect, test } from 'vitest'
import { renderIn } from '../../test/render-in.tsx'
import { PreviewRows } from './PreviewRows.tsx'

const NOTE: Post = {
  platform: 'xiaohongshu',
  postId: 'n1',
  accountId: null,
  url: null,
  publishedAt: null,
  format: null,
  title: '示例·笔记',
  text: null,
  sponsored: null,
  observations: [],
}

function show(row: Partial<PreviewRow>, language: 'en' | 'zh' = 'en'): string {
  const whole = { record: 1, original: { a: 'b' }, account: null, post: null, series: null, fault: null, ...row }
  return renderIn(language, <PreviewRows rows={[whole]} />)
}

test('a post, and a comment of which no row is shown, are told as taken', () => {
  expect(show({ post: NOTE })).toContain('示例·笔记')
  for (const row of [{ post: NOTE }, {}]) expect(show(row)).not.toContain('not taken')
  expect(show({}, 'zh')).toContain('评论')
})

test('a row that is not taken says why', () => {
  const fault = { code: 'platform.unknown', column: '平台', value: '某某' }
  expect(show({ fault })).toContain('not taken: The platform is missing or one we do not know.')
  expect(show({ fault }, 'zh')).toContain('未采用：平台缺失或无法识别。')
})
