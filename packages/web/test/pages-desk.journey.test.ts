import { judgePages } from './judge-pages.ts'
import { AT_THE_DESK } from './open-browser.ts'

judgePages([AT_THE_DESK, { locale: 'zh-CN', colorScheme: 'dark', width: 1280 }])
