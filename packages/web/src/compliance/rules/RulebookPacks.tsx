import { Button, FileButton, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { PackUse } from './PackUse.tsx'
import { useMayDo } from './use-may-do.ts'
import { usePacks, useTakePack, type RulebookPack } from './use-packs.ts'

function useTold() {
  const { t } = useTranslation()
  return ({ version, publisher, signer, addedBy, addedAt }: RulebookPack) =>
    t('rulebook.packs.taken', {
      version,
      publisher,
      signer,
      who: addedBy ?? t('rulebook.someone'),
      day: shanghaiDayAfter(Date.parse(addedAt), 0),
    })
}

function TakePack({ trusted }: { trusted: readonly string[] }) {
  const { t } = useTranslation()
  const take = useTakePack()
  if (trusted.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('rulebook.packs.nobody')}
      </Text>
    )
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <FileButton
          accept=".yaml,.yml"
          onChange={(file) => file !== null && take.mutate(file)}
          inputProps={{ 'aria-label': t('rulebook.packs.file') }}
        >
          {(props) => (
            <Button {...props} variant="default" size="xs" loading={take.isPending}>
              {t('rulebook.packs.take')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('rulebook.packs.trusted', { names: trusted.join(t('ui.comma')) })}
        </Text>
      </Group>
      {take.data && (
        <Text size="sm" role="status">
          ✓ {t('rulebook.packs.tookIn', { version: take.data.current })}
        </Text>
      )}
      {take.error && <ProblemNotice error={take.error} />}
    </Stack>
  )
}

/** Which version of the rulebook is in use, who vouches for it, and a way to take in a newer one. */
export function RulebookPacks() {
  const { t } = useTranslation()
  const packs = usePacks()
  const mayTake = useMayDo('rules.update')
  const tell = useTold()
  if (packs.isPending) return <Loading />
  if (packs.error) return <ProblemNotice error={packs.error} onRetry={() => void packs.refetch()} />
  const { items, current, trusted } = packs.data
  const used = items.find(({ version }) => version === current)
  const others = items.filter((pack) => pack !== used)
  return (
    <section aria-labelledby="packs">
      <Stack gap="xs" mb="sm">
        <Title order={2} size="h5" id="packs">
          {t('rulebook.packs.title')}
        </Title>
        <Text size="sm">{used === undefined ? t('rulebook.packs.shipped', { version: current }) : tell(used)}</Text>
        {used !== undefined && <PackUse pack={used} />}
        {mayTake && <TakePack trusted={trusted} />}
        {others.length > 0 && (
          <details>
            <summary>{t('rulebook.packs.others')}</summary>
            <ul className="impact-changes">
              {others.map((pack) => (
                <li key={pack.version}>
                  <Text size="sm">{tell(pack)}</Text>
                  <PackUse pack={pack} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </Stack>
    </section>
  )
}
