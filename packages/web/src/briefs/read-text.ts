export { readBriefText, takeOver } from '@kolibra/core/briefs'
