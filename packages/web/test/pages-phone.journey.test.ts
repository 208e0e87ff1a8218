import { judgePages } from './judge-pages.ts'

judgePages([
  { locale: 'zh-CN', colorScheme: 'light', width: 390 },
  { locale: 'en-GB', colorScheme: 'dark', width: 390 },
])
