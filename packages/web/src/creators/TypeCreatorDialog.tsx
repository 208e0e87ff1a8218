import { Modal, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { AccountInput } from '@kolibra/core/creators'
import { readShareText, type ShareText } from '@kolibra/core/imports'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormActions } from '../ui/FormActions.tsx'
import { CREATOR_TYPE_LIST, PLATFORM_LIST } from '../ui/choices.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { accountOf, BLANK_CREATOR, fillFromShare, type CreatorForm } from './typed-creator.ts'
import { useAddCreator } from './use-creators.ts'

function nameShare(share: ShareText | null) {
  if (share === null) return 'shareUnread'
  if (share.accountId === null) return share.isPostLink ? 'sharePost' : 'shareNoId'
  return share.idFrom === 'short link' ? 'shareShort' : 'shareRead'
}

/** One creator typed in by a person: the source of every number is that person. */
export function TypeCreatorDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [form, setForm] = useState<CreatorForm>(BLANK_CREATOR)
  const [shareText, setShareText] = useState('')
  const add = useAddCreator()
  const share = readShareText(shareText)
  const field = <K extends keyof CreatorForm>(key: K) => ({
    value: form[key],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [key]: event.currentTarget.value }),
  })
  const account: AccountInput | null = accountOf(form, { basis: t('creators.typedBasis'), source: 'typed' })
  return (
    <Modal opened={opened} onClose={onClose} title={t('creators.typeIn')} size="lg" closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!account) return
          add.mutate(account, {
            onSuccess: () => {
              setForm(BLANK_CREATOR)
              setShareText('')
              onClose()
            },
          })
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('creators.typeInWhy')}
          </Text>
          <Textarea
            label={t('creators.shareText')}
            description={t('creators.shareTextWhy')}
            autosize
            minRows={1}
            maxRows={4}
            value={shareText}
            data-autofocus
            onChange={(event) => {
              const text = event.currentTarget.value
              setShareText(text)
              setForm(fillFromShare(form, share, readShareText(text)))
            }}
          />
          {shareText.trim() !== '' && (
            <Text size="sm" role="status">
              {t(`creators.${nameShare(share)}`)}
            </Text>
          )}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <NativeSelect
              label={t('fact.platform')}
              {...field('platform')}
              data={PLATFORM_LIST.map((value) => ({ value, label: t(`platform.${value}`) }))}
            />
            <TextInput label={t('creators.accountId')} required {...field('accountId')} />
            <TextInput label={t('creators.name')} {...field('displayName')} />
            <TextInput label={t('creators.followers')} inputMode="numeric" {...field('followers')} />
            <NativeSelect
              label={t('creators.type')}
              {...field('type')}
              data={[{ value: '', label: t('ui.notKnown') }, ...CREATOR_TYPE_LIST.map((value) => ({ value, label: t(`type.${value}`) }))]}
            />
            <TextInput label={t('creators.region')} {...field('region')} />
            <TextInput label={t('creators.priceFormat')} {...field('priceFormat')} placeholder="图文 / 视频" />
            <TextInput label={t('creators.priceYuan')} inputMode="decimal" {...field('priceYuan')} />
          </SimpleGrid>
          {add.error && <ProblemNotice error={add.error} />}
          <FormActions submit={t('creators.add')} isBusy={add.isPending} isDisabled={account === null} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
