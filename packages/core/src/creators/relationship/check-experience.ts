import { accept, refuse, type Outcome } from '../../shared/index.ts'
import type { ExperienceStanding } from './experience-table.ts'
import type { Experience } from './schema.ts'

/** Whether an experience may be recorded on this Shanghai day. Refuses `experience.not_yet`. */
export function checkExperience({ on }: Pick<Experience, 'on'>, today: string): Outcome<null> {
  return on > today ? refuse({ code: 'experience.not_yet', on, today }) : accept(null)
}

/**
 * Whether the other side's word may be kept: it stands once; the creator's own word replaces one that the desk wrote down for them. Refuses
 * `experience.answered`.
 */
export function checkAnswer({ answer }: Pick<Experience, 'answer'>, from: 'creator' | 'desk'): Outcome<null> {
  if (answer === null || (answer.from === 'desk' && from === 'creator')) return accept(null)
  return refuse({ code: 'experience.answered', at: answer.at })
}

/** Whether both sides have spoken, and whether they agree. */
export function standingOf({ answer }: Pick<Experience, 'answer'>): ExperienceStanding {
  if (answer === null) return 'one_sided'
  return answer.stance === 'agrees' ? 'agreed' : 'disputed'
}
