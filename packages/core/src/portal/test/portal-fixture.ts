import { makeBrief } from '../../briefs/test/brief-fixture.ts'
import { makeCampaign } from '../../campaigns/test/campaign-fixture.ts'
import type { Deliverable } from '../../content/index.ts'

export const CAMPAIGN = makeCampaign()
export const BRIEF = makeBrief()
export const DELIVERABLE: Deliverable = {
  id: '01a20000-0000-7000-8000-000000000002',
  creatorId: '01a20000-0000-7000-8000-000000000003',
  creatorName: '示例·小鹿',
  platform: 'xiaohongshu',
  format: 'note_picture',
  state: 'contracted',
  plannedFor: null,
  publishedUrl: null,
  publishedAt: null,
  revisionRounds: 0,
}
