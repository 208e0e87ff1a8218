import { ImageReport } from '../../creators/image/ImageReport.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useVetting } from './use-creator-page.ts'

/** Background and image of one creator; it comes with the authenticity report in one answer. */
export function ImageSection({ creatorId, campaignId }: { creatorId: string; campaignId: string | undefined }) {
  const vetted = useVetting(creatorId, campaignId)
  if (vetted.isPending) return <Loading />
  if (vetted.error) return <ProblemNotice error={vetted.error} onRetry={() => void vetted.refetch()} />
  return <ImageReport image={vetted.data.vetting.image} />
}
