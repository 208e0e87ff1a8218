import { Button, Group, Paper, Radio, Stack, Text } from '@mantine/core'
import { mergeBriefs, takeTheirs, type Brief, type BriefClash } from '@kolibra/core/briefs'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import { formatMoment } from '../ui/format-number.ts'
import type { Rival } from './find-rival.ts'
import { tellValue } from './tell-value.ts'

const keyOf = ({ path }: BriefClash) => path.join('/')

/** The words of one side; an item that was struck says so. */
function useSides(): (value: unknown) => string {
  const { t } = useTranslation()
  return (value) => {
    if (value === null) return t('briefCopy.struck')
    const text = typeof value === 'object' && 'text' in value ? value.text : value
    if (typeof text === 'object' && text !== null && 'zh' in text && 'en' in text) return [text.zh, text.en].filter(Boolean).join(' · ')
    return tellValue(text)
  }
}

interface ClashProps {
  readonly clash: BriefClash
  readonly isTheirs: boolean
  readonly onChoose: (isTheirs: boolean) => void
}

function Clash({ clash, isTheirs, onChoose }: ClashProps) {
  const { t } = useTranslation()
  const names = useNames()
  const tell = useSides()
  const section = names('briefSection', clash.section)
  return (
    <Radio.Group
      label={clash.field === '' ? section : `${section} · ${names('briefField', clash.field)}`}
      value={isTheirs ? 'theirs' : 'mine'}
      onChange={(side) => onChoose(side === 'theirs')}
      data-testid="brief-clash"
    >
      <Stack gap={4} mt={4}>
        <Radio value="mine" label={`${t('briefCopy.mine')}: ${tell(clash.mine)}`} />
        <Radio value="theirs" label={`${t('briefCopy.theirs')}: ${tell(clash.theirs)}`} />
      </Stack>
    </Radio.Group>
  )
}

interface BriefRivalProps {
  readonly rival: Rival
  readonly mine: Brief
  readonly onGoOn: (merged: Brief) => void
}

/** Somebody else's text and mine, put together field by field; nothing of either is lost, and a person decides where both wrote. */
export function BriefRival({ rival, mine, onGoOn }: BriefRivalProps) {
  const { t } = useTranslation()
  const { brief, clashes } = useMemo(() => mergeBriefs({ base: rival.base, theirs: rival.theirs, mine }), [rival, mine])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (clash: BriefClash, isTheirs: boolean) => {
    const others = [...chosen].filter((key) => key !== keyOf(clash))
    setChosen(new Set(isTheirs ? [...others, keyOf(clash)] : others))
  }
  const who = {
    name: rival.by ?? t('briefCopy.somebody'),
    at: formatMoment(rival.at ?? '') ?? '',
    version: rival.version ?? 0,
  }
  return (
    <Paper withBorder p="sm" role="alert" data-testid="brief-rival">
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          {t(rival.version === null ? 'briefCopy.rivalCopy' : 'briefCopy.rivalVersion', who)}
        </Text>
        <Text size="sm">{clashes.length === 0 ? t('briefCopy.noClash') : t('briefCopy.clashes', { count: clashes.length })}</Text>
        {clashes.map((clash) => (
          <Clash key={keyOf(clash)} clash={clash} isTheirs={chosen.has(keyOf(clash))} onChoose={(isTheirs) => choose(clash, isTheirs)} />
        ))}
        <Group gap="xs">
          <Button size="xs" onClick={() => onGoOn(clashes.filter((clash) => chosen.has(keyOf(clash))).reduce(takeTheirs, brief))}>
            {t('briefCopy.goOn')}
          </Button>
          {clashes.length > 0 && (
            <>
              <Button size="xs" variant="default" onClick={() => onGoOn(clashes.reduce(takeTheirs, brief))}>
                {t('briefCopy.allTheirs')}
              </Button>
              <Button size="xs" variant="default" onClick={() => onGoOn(brief)}>
                {t('briefCopy.allMine')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Paper>
  )
}
