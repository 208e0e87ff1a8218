import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftForm } from './draft-facts.ts'
import { FACT_CHOICES } from './fact-choices.ts'
import type { FormChange } from './use-form-change.ts'

interface FactsFormProps {
  readonly form: DraftForm
  readonly onChange: FormChange
  /** `deliverable` leaves out what the campaign already knows. */
  readonly scope: 'all' | 'deliverable'
}

type TextKey = Exclude<keyof DraftForm, 'answers' | 'evidence'>

function useSetters({ form, onChange }: Pick<FactsFormProps, 'form' | 'onChange'>) {
  const { t } = useTranslation()
  const field = <K extends TextKey>(key: K) => ({
    label: t(`fact.${key}`),
    value: form[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      onChange((current) => ({ ...current, [key]: value }))
    },
  })
  const choice = <K extends TextKey>(key: K, options: readonly { value: string; label: string }[]) => ({
    ...field(key),
    data: [{ value: '', label: t('ui.notKnown') }, ...options],
  })
  return { t, field, choice }
}

function AllFacts({ form, onChange, scope }: FactsFormProps) {
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
              FACT_CHOICES.platform.values.map((value) => ({ value, label: t(`platform.${value}`) })),
            )}
          />
          <NativeSelect
            {...choice(
              'category',
              FACT_CHOICES.category.values.map((value) => ({ value, label: t(`category.${value}`) })),
            )}
          />
        </>
      )}
      <NativeSelect
        {...choice(
          'format',
          FACT_CHOICES.format.values.map((value) => ({ value, label: t(`format.${value}`) })),
        )}
      />
      {scope === 'all' && (
        <NativeSelect
          {...choice(
            'account',
            FACT_CHOICES.account.values.map((value) => ({ value, label: t(`account.${value}`) })),
          )}
        />
      )}
      <NativeSelect
        {...choice(
          'commission',
          FACT_CHOICES.commission.values.map((value) => ({ value, label: t(`commission.${value}`) })),
        )}
      />
      <NativeSelect
        {...choice(
          'purchasePathKind',
          FACT_CHOICES.purchasePathKind.values.map((value) => ({ value, label: t(`path.${value}`) })),
        )}
      />
      <TextInput {...field('label')} placeholder={t('check.labelHint')} />
      <NativeSelect
        {...choice(
          'filing',
          FACT_CHOICES.filing.values.map((value) => ({ value, label: t(`filing.${value}`) })),
        )}
      />
      {form.filing !== '' && form.filing !== 'none' && <TextInput {...field('filingReference')} />}
      <TextInput {...field('publishOn')} type="date" />
      <NativeSelect {...choice('usedProduct', yesNo)} />
      <NativeSelect
        {...choice(
          'aiUse',
          FACT_CHOICES.aiUse.values.map((value) => ({ value, label: t(`ai.${value}`) })),
        )}
      />
      {(form.aiUse === 'partly' || form.aiUse === 'full') && <NativeSelect {...choice('aiMarked', yesNo)} />}
      {scope === 'all' && <TextInput {...field('productName')} />}
      {scope === 'all' && isCosmetic && (
        <>
          <NativeSelect
            {...choice(
              'cosmeticClass',
              FACT_CHOICES.cosmeticClass.values.map((value) => ({ value, label: t(`cosmeticClass.${value}`) })),
            )}
          />
          <TextInput {...field('registrationNo')} />
        </>
      )}
      {scope === 'all' && <TextInput {...field('ownBrandWords')} placeholder={t('check.ownWordsHint')} />}
    </SimpleGrid>
  )
}

const isSameForm = (one: DraftForm, other: DraftForm) =>
  JSON.stringify({ ...one, title: '', text: '' }) === JSON.stringify({ ...other, title: '', text: '' })

/** Everything the linter can know about a draft; "not known" is a choice and stays one. Typing in the text leaves it alone. */
export const FactsForm = memo(AllFacts, (before, after) => before.scope === after.scope && isSameForm(before.form, after.form))
