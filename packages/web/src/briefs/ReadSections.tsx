import { Button, Text } from '@mantine/core'
import { BRIEF_SECTIONS, NAME_FIELDS, REVIEW_FIELDS, type ReadBrief } from '@kolibra/core/briefs'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  if ('text' in value) return textOf(value.text)
  if ('zh' in value && 'en' in value) return [value.zh, value.en].filter((side) => side !== '').join(' · ')
  if ('value' in value || 'name' in value || 'role' in value) return textOf(Object.values(value).find((one) => typeof one === 'string'))
  return ''
}

const isSaid = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined && textOf(value) !== '')

/** What a section was read to say, as far as a line shows it. */
function firstWords(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).filter(Boolean).join(' / ') : textOf(value)
}

interface ReadSectionsProps {
  readonly found: ReadBrief
  readonly isTaken: boolean
  readonly onTake: () => void
}

/** The sections a file was read to fill, before they are put into the form. */
export function ReadSections({ found, isTaken, onTake }: ReadSectionsProps) {
  const { t } = useTranslation()
  const names = useNames()
  const has = (keys: readonly string[]) => keys.some((key) => found.brief[key] !== undefined)
  const filled = BRIEF_SECTIONS.filter((section) => {
    if (section === 'review') return has(REVIEW_FIELDS)
    if (section === 'names') return has(NAME_FIELDS)
    return section === 'disclosure' ? found.brief[section] !== undefined : isSaid(found.brief[section])
  })
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('briefText.found', { count: filled.length })}
      </Text>
      {filled.map((section) => {
        const value = found.brief[section]
        return (
          <Text size="sm" key={section} lineClamp={2}>
            {names('briefSection', section)}
            {Array.isArray(value) && ` (${value.length})`}
            {firstWords(value) !== '' && <span data-raw>: {firstWords(value)}</span>}
          </Text>
        )
      })}
      {filled.length > 0 && (
        <Button mt="xs" size="xs" disabled={isTaken} onClick={onTake}>
          {t(isTaken ? 'briefText.taken' : 'briefText.take')}
        </Button>
      )}
    </div>
  )
}
