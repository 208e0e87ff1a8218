import { Button, Group, SimpleGrid, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NotedProof } from '@kolibra/core/content'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchJson, putJson } from '../api.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'

interface KeptProof extends NotedProof {
  readonly creatorId: string
  readonly revision: number
}

const NOTHING: Omit<KeptProof, 'creatorId'> = { revision: 0, sentOn: null, receivedOn: null, inUseSince: null, note: '', photoLink: null }
const DAYS = ['sentOn', 'receivedOn', 'inUseSince'] as const

function useProofs(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'product-proofs'],
    queryFn: () => fetchJson<{ items: KeptProof[] }>(`/campaigns/${campaignId}/product-proofs`),
  })
}

interface ProofFormProps {
  readonly campaignId: string
  readonly kept: KeptProof
  readonly onDone: () => void
}

function ProofForm({ campaignId, kept, onDone }: ProofFormProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [proof, setProof] = useState(kept)
  const { creatorId, ...body } = proof
  const note = useMutation({
    mutationFn: () => putJson<unknown>(`/campaigns/${campaignId}/product-proofs/${creatorId}`, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['campaign', campaignId] })
      onDone()
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        note.mutate()
      }}
    >
      <Stack gap="xs">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
          {DAYS.map((day) => (
            <TextInput
              key={day}
              type="date"
              label={t(`product.${day}`)}
              value={proof[day] ?? ''}
              onChange={(event) => setProof({ ...proof, [day]: event.currentTarget.value || null })}
            />
          ))}
        </SimpleGrid>
        <TextInput
          label={t('product.note')}
          description={t('product.noteHow')}
          value={proof.note}
          onChange={(event) => setProof({ ...proof, note: event.currentTarget.value })}
        />
        <TextInput
          label={t('product.photoLink')}
          placeholder="https://"
          value={proof.photoLink ?? ''}
          onChange={(event) => setProof({ ...proof, photoLink: event.currentTarget.value.trim() || null })}
        />
        {note.error && <ProblemNotice error={note.error} />}
        <Group>
          <Button type="submit" loading={note.isPending}>
            {t('product.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface ProductProofsProps {
  readonly campaignId: string
  readonly creators: readonly { readonly id: string; readonly name: string }[]
}

/** Who has the product and uses it, with what shows it: before the draft, whatever the type of creator. */
export function ProductProofs({ campaignId, creators }: ProductProofsProps) {
  const { t } = useTranslation()
  const proofs = useProofs(campaignId)
  const [open, setOpen] = useState<string | null>(null)
  if (proofs.error) return <ProblemNotice error={proofs.error} onRetry={() => void proofs.refetch()} />
  const keptOf = (creatorId: string): KeptProof =>
    proofs.data?.items.find((one) => one.creatorId === creatorId) ?? { ...NOTHING, creatorId }
  return (
    <div data-testid="product-proofs">
      <Title order={3} size="h5" mb={4}>
        {t('product.title')}
      </Title>
      <ScrollTable minWidth={560}>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('product.creator')}</Table.Th>
              {DAYS.map((day) => (
                <Table.Th key={day}>{t(`product.${day}`)}</Table.Th>
              ))}
              <Table.Th>{t('product.shownBy')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {creators.map(({ id, name }) => {
              const kept = keptOf(id)
              return (
                <Table.Tr key={id}>
                  <Table.Td>{name}</Table.Td>
                  {DAYS.map((day) => (
                    <Table.Td key={day} className="number-left">
                      {kept[day] ?? '—'}
                    </Table.Td>
                  ))}
                  <Table.Td>
                    {kept.note || '—'}
                    {kept.photoLink !== null && (
                      <>
                        {' '}
                        <a href={kept.photoLink} rel="noreferrer noopener" target="_blank">
                          {t('product.photo')}
                        </a>
                      </>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Button size="compact-sm" variant="default" aria-label={t('product.edit', { name })} onClick={() => setOpen(id)}>
                      {t('product.noteIt')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      {open !== null && (
        <>
          <Text size="sm" fw={600} mt="xs">
            {creators.find(({ id }) => id === open)?.name}
          </Text>
          <ProofForm key={open} campaignId={campaignId} kept={keptOf(open)} onDone={() => setOpen(null)} />
        </>
      )}
    </div>
  )
}
