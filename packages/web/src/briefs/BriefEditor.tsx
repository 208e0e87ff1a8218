import type { Brief } from '@kolibra/core/briefs'
import type { Category } from '@kolibra/core/shared'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { BriefForm } from './BriefForm.tsx'
import { useBriefCopy } from './use-brief-copy.ts'
import type { BriefVersion } from './use-briefs.ts'

interface BriefEditorProps {
  readonly campaignId: string
  readonly category: Category
  /** What a first version begins with. */
  readonly blank: Brief
  readonly versions: readonly BriefVersion[]
  readonly onDone: () => void
}

/** The form with what was typed before: the working copy if there is one, else the newest version or a blank. */
export function BriefEditor({ blank, versions, ...rest }: BriefEditorProps) {
  const copy = useBriefCopy(rest.campaignId)
  if (copy.isPending) return <Loading />
  if (copy.error) return <ProblemNotice error={copy.error} onRetry={() => void copy.refetch()} />
  const initial = versions[0]?.brief ?? blank
  return <BriefForm {...rest} opened={{ versions, copy: copy.data }} initial={{ ...initial, ...copy.data.brief }} />
}
