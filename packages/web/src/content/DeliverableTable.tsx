import { Anchor, Button, Group, Modal, Stack, Table, Text, Textarea } from '@mantine/core'
import type { Campaign } from '@kolibra/core/campaigns'
import { DELIVERABLE_MOVES, type Deliverable, type DeliverableMove } from '@kolibra/core/content'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import type { FindingActs } from '../compliance/FindingDetails.tsx'
import { formatMoment } from '../ui/format-number.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { DraftEditor } from './DraftEditor.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { sortDeliverables, type Acts } from './sort-deliverables.ts'
import { SilenceNote } from './SilenceNote.tsx'
import { useContract, useMoveDeliverable, useSilences } from './use-deliverables.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'

const SHOWN = 12

interface DeliverableTableProps {
  readonly campaignId: string
  readonly campaign: Campaign
  readonly items: readonly Deliverable[]
  readonly acts: Acts
  readonly nameOf: (deliverable: Deliverable) => string
  /** How findings of the deliverable's submitted draft are waived; null where nothing can be. */
  readonly waiversOf: (deliverableId: string) => FindingActs['waiveOf']
}

const canMove = (deliverable: Deliverable, move: DeliverableMove) => {
  const from: readonly string[] = DELIVERABLE_MOVES[move].from
  return from.includes(deliverable.state)
}

interface RowActsProps {
  readonly deliverable: Deliverable
  readonly name: string
  readonly acts: Acts
  readonly busy: boolean
  readonly onContract: () => void
  readonly onOpen: (what: 'draft' | 'publish' | 'changes') => void
  readonly onApprove: () => void
}

function RowActs({ deliverable, name, acts, busy, onContract, onOpen, onApprove }: RowActsProps) {
  const { t } = useTranslation()
  const act = (label: string, onClick: () => void, isMain = false) => (
    <Button
      size="xs"
      variant={isMain ? 'filled' : 'default'}
      loading={busy}
      onClick={onClick}
      aria-label={t('ui.labelled', { label, text: name })}
    >
      {label}
    </Button>
  )
  const can = (move: DeliverableMove) => canMove(deliverable, move)
  if (acts === 'contract')
    return can('contract') ? act(t('deliverable.contract'), onContract, true) : <Text size="sm">{t('deliverable.isContracted')}</Text>
  if (acts === 'publish')
    return (
      <Group gap={4} wrap="nowrap">
        {can('publish') && act(t('deliverable.publish'), () => onOpen('publish'), true)}
        {deliverable.state === 'published' && act(t('deliverable.observe'), () => onOpen('publish'))}
        {act(t('deliverable.findings'), () => onOpen('draft'))}
      </Group>
    )
  return (
    <Group gap={4} wrap="nowrap">
      {can('submit_draft') && act(t('deliverable.write'), () => onOpen('draft'), !can('approve'))}
      {can('approve') && act(t('deliverable.approve'), onApprove, true)}
      {can('request_changes') && act(t('deliverable.requestChanges'), () => onOpen('changes'))}
      {deliverable.state === 'planned' && <Text size="sm">{t('deliverable.needsContract')}</Text>}
    </Group>
  )
}

function ChangesDialog({
  name,
  error,
  busy,
  onSend,
  onClose,
}: {
  name: string
  error: Error | null
  busy: boolean
  onSend: (note: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('ui.labelled', { label: t('deliverable.requestChanges'), text: name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('deliverable.changesWhy')}
        </Text>
        <Textarea
          label={t('brief.whatToChange')}
          required
          autosize
          minRows={3}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
        {error && <ProblemNotice error={error} />}
        <Button disabled={note.trim() === ''} loading={busy} onClick={() => onSend(note.trim())}>
          {t('deliverable.requestChanges')}
        </Button>
      </Stack>
    </Modal>
  )
}

/** The posts of a campaign, one line per creator × post, with what can be done to each here. */
export function DeliverableTable({ campaignId, campaign, items, acts, nameOf, waiversOf }: DeliverableTableProps) {
  const { t } = useTranslation()
  const names = useNames()
  const [open, setOpen] = useState<{ what: 'draft' | 'publish' | 'changes'; deliverable: Deliverable } | null>(null)
  const [isWhole, setWhole] = useState(false)
  const sorted = sortDeliverables(items, acts)
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN)
  const contract = useContract(campaignId)
  const mover = useMoveDeliverable(campaignId)
  const silences = useSilences(campaignId)
  const close = () => setOpen(null)
  const error = contract.error ?? (open ? null : mover.error)
  return (
    <Stack gap="sm">
      {error && <ProblemNotice error={error} />}
      <ScrollTable minWidth={720}>
        <Table fz="sm" verticalSpacing="xs" data-testid={`deliverables-${acts}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('creators.name')}</Table.Th>
              <Table.Th>{t('fact.platform')}</Table.Th>
              <Table.Th>{t('fact.format')}</Table.Th>
              <Table.Th>{t('deliverable.plannedFor')}</Table.Th>
              <Table.Th>{t('deliverable.state')}</Table.Th>
              <Table.Th>{t('deliverable.next')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((deliverable) => (
              <Table.Tr key={deliverable.id} data-testid="deliverable">
                <Table.Td fw={600}>{nameOf(deliverable)}</Table.Td>
                <Table.Td>{t(`platform.${deliverable.platform}`)}</Table.Td>
                <Table.Td>{names('format', deliverable.format)}</Table.Td>
                <Table.Td className="number-left">{formatMoment(deliverable.plannedFor) ?? t('deliverable.open')}</Table.Td>
                <Table.Td>
                  {deliverable.publishedUrl ? (
                    <Anchor size="sm" underline="always" href={deliverable.publishedUrl} target="_blank" rel="noreferrer">
                      {t(`deliverableState.${deliverable.state}`)}
                    </Anchor>
                  ) : (
                    t(`deliverableState.${deliverable.state}`)
                  )}
                  {acts === 'draft' && (
                    <SilenceNote silence={silences.data?.find(({ deliverableId }) => deliverableId === deliverable.id)} />
                  )}
                </Table.Td>
                <Table.Td>
                  <RowActs
                    deliverable={deliverable}
                    name={nameOf(deliverable)}
                    acts={acts}
                    busy={
                      (contract.isPending && contract.variables === deliverable.id) ||
                      (mover.isPending && mover.variables.id === deliverable.id)
                    }
                    onContract={() => contract.mutate(deliverable.id)}
                    onApprove={() => mover.mutate({ id: deliverable.id, move: 'approve', note: '' })}
                    onOpen={(what) => setOpen({ what, deliverable })}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      {items.length > SHOWN && (
        <Button variant="subtle" size="xs" onClick={() => setWhole(!isWhole)} style={{ alignSelf: 'flex-start' }}>
          {isWhole ? t('deliverable.showFewer') : t('deliverable.showAll', { n: items.length })}
        </Button>
      )}
      {open?.what === 'draft' && (
        <DraftEditor
          campaignId={campaignId}
          campaign={campaign}
          deliverable={open.deliverable}
          waiveOf={waiversOf(open.deliverable.id)}
          onClose={close}
        />
      )}
      {open?.what === 'publish' && <PublishDialog campaignId={campaignId} deliverable={open.deliverable} onClose={close} />}
      {open?.what === 'changes' && (
        <ChangesDialog
          name={nameOf(open.deliverable)}
          error={mover.error}
          busy={mover.isPending}
          onClose={close}
          onSend={(note) => mover.mutate({ id: open.deliverable.id, move: 'request_changes', note }, { onSuccess: close })}
        />
      )}
    </Stack>
  )
}
