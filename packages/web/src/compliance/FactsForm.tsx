import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CATEGORY_LIST, PLATFORM_LIST } from '../ui/choices.ts'
import type { DraftForm } from './draft-facts.ts'

const FORMATS = ['post', 'note', 'article', 'video', 'live', 'comment'] as const
const ACCOUNTS = ['creator', 'brand', 'hospital', 'bank', 'media'] as const
const COMMISSIONS = ['none', 'fee', 'affiliate', 'gift_with_duty', 'gift_without_duty'] as const
const PATHS = ['none', 'platform_shop', 'outside_link', 'qr', 'code', 'comment'] as const
const FILINGS = ['none', 'pugongying', 'xingtu', 'weirenwu', 'huahuo', 'juxing', 'huxuan'] as const
const CLASSES = ['ordinary', 'special', 'children'] as const

interface FactsFormProps {
  readonly form: DraftForm
  readonly onChange: (form: DraftForm) => void
  /** `deliverable` leaves out what the campaign already knows. */
  readonly scope: 'all' | 'deliverable'
}

function useSetters({ form, onChange }: Pick<FactsFormProps, 'form' | 'onChange'>) {
  const { t } = useTranslation()
  const field = <K extends keyof DraftForm>(key: K) => ({
    label: t(`fact.${key}`),
    value: form[key],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...form, [key]: event.currentTarget.value }),
  })
  const choice = <K extends keyof DraftForm>(key: K, options: readonly { value: string; label: string }[]) => ({
    ...field(key),
    data: [{ value: '', label: t('ui.notKnown') }, ...options],
  })
  return { t, field, choice }
}

/** Everything the linter can know about a draft; "not known" is a choice and stays one. */
export function FactsForm({ form, onChange, scope }: FactsFormProps) {
  const { t, field, choice } = useSetters({ form, onChange })
  const yesNo = [
    { value: 'yes', label: t('ui.yes') },
    { value: 'no', label: t('ui.no') },
  ]
  const isCosmetic = form.category.includes('cosmetics')
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm" verticalSpacing="sm">
      {scope === 'all' && (
        <>
          <NativeSelect
            {...choice(
              'platform',
              PLATFORM_LIST.map((value) => ({ value, label: t(`platform.${value}`) })),
            )}
          />
          <NativeSelect
            {...choice(
              'category',
              CATEGORY_LIST.map((value) => ({ value, label: t(`category.${value}`) })),
            )}
          />
        </>
      )}
      <NativeSelect
        {...choice(
          'format',
          FORMATS.map((value) => ({ value, label: t(`format.${value}`) })),
        )}
      />
      {scope === 'all' && (
        <NativeSelect
          {...choice(
            'account',
            ACCOUNTS.map((value) => ({ value, label: t(`account.${value}`) })),
          )}
        />
      )}
      <NativeSelect
        {...choice(
          'commission',
          COMMISSIONS.map((value) => ({ value, label: t(`commission.${value}`) })),
        )}
      />
      <NativeSelect
        {...choice(
          'purchasePathKind',
          PATHS.map((value) => ({ value, label: t(`path.${value}`) })),
        )}
      />
      <TextInput {...field('label')} placeholder={t('check.labelHint')} />
      <NativeSelect
        {...choice(
          'filing',
          FILINGS.map((value) => ({ value, label: t(`filing.${value}`) })),
        )}
      />
      {form.filing !== '' && form.filing !== 'none' && <TextInput {...field('filingReference')} />}
      <TextInput {...field('publishOn')} type="date" />
      <NativeSelect {...choice('usedProduct', yesNo)} />
      <NativeSelect
        {...choice(
          'aiUse',
          (['none', 'partly', 'full'] as const).map((value) => ({ value, label: t(`ai.${value}`) })),
        )}
      />
      {(form.aiUse === 'partly' || form.aiUse === 'full') && <NativeSelect {...choice('aiMarked', yesNo)} />}
      {scope === 'all' && <TextInput {...field('productName')} />}
      {scope === 'all' && isCosmetic && (
        <>
          <NativeSelect
            {...choice(
              'cosmeticClass',
              CLASSES.map((value) => ({ value, label: t(`cosmeticClass.${value}`) })),
            )}
          />
          <TextInput {...field('registrationNo')} />
        </>
      )}
      {scope === 'all' && <TextInput {...field('ownBrandWords')} placeholder={t('check.ownWordsHint')} />}
    </SimpleGrid>
  )
}
