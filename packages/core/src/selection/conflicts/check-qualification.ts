import { CATEGORY_NAMES_ZH, nameZh, say } from '../../shared/index.ts'
import type { Conflict, ConflictFacts, ConflictQuestion } from './conflict-facts.ts'
import { QUALIFIED_CATEGORIES } from './conflict-table.ts'

/** A professional qualification where the category asks for one: the verification of the platform, or a certificate kept that holds to the end. */
export function checkQualification({ account, qualifications }: ConflictFacts, { category, ends }: ConflictQuestion): Conflict[] {
  if (!QUALIFIED_CATEGORIES.includes(category)) return []
  const kept = qualifications ?? []
  const holds = kept.some(({ expiresOn }) => expiresOn === null || expiresOn >= ends)
  if (holds) return []
  const last = kept
    .flatMap(({ expiresOn }) => expiresOn ?? [])
    .toSorted()
    .at(-1)
  if (last !== undefined)
    return [
      {
        kind: 'qualificationEnds',
        because: say(
          `The qualification kept ends on ${last}, before the campaign does (${ends}).`,
          `所存资质证明于 ${last} 到期，早于项目结束日（${ends}）。`,
        ),
        fix: say('Obtain the renewed certificate and add it to the documents.', '请取得续期证明并上传至文件。'),
      },
    ]
  if ((account.verification ?? '').trim() !== '') return []
  return [
    {
      kind: 'qualification',
      because: say(
        `Category ${category} asks for a professional qualification filed with the platform; none is known for this creator.`,
        `「${nameZh(CATEGORY_NAMES_ZH, category)}」类内容要求达人具备并向平台报备相应资质；该达人资质未知。`,
      ),
      fix: say('Obtain the certificate and enter the verification.', '请取得资质证明并填写认证信息。'),
    },
  ]
}
