import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/AppLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useRemembered } from '../ui/use-remembered.ts'
import { BLANK_DRAFT, factsOf, type DraftForm } from './draft-facts.ts'
import { CheckedFields } from './editor/CheckedFields.tsx'
import { FactsForm } from './FactsForm.tsx'
import { useFormChange } from './use-form-change.ts'

const EXAMPLE: DraftForm = {
  ...BLANK_DRAFT,
  title: '敏感肌换季面霜分享',
  text: '用了两周的雪线面霜，全网最好用的修护面霜，国家级配方!\n一抹就消炎，三天祛斑，评论区扣1发链接，加V领小样。',
  platform: 'xiaohongshu',
  category: 'cosmetics',
  format: 'note',
  account: 'creator',
  commission: 'fee',
}

/** Checks a draft as it is typed: the text with its findings underlined, the notes beside it, the facts below. */
export function DraftCheckPage() {
  const { t } = useTranslation()
  const [kept, setForm] = useRemembered<DraftForm>('draft-check', BLANK_DRAFT)
  // What an older version kept lacks the newer fields.
  const form = { ...BLANK_DRAFT, ...kept }
  const change = useFormChange(form, setForm)
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('check.title')}
        </Title>
        <Text c="dimmed">{t('check.intro')}</Text>
      </div>
      <CheckedFields
        form={form}
        onChange={change}
        factsOf={(next) => factsOf(next, 'draft')}
        waiveOf={null}
        foot={form.text === '' ? <Teaching /> : <Legal />}
      >
        <Group gap="sm">
          <Button variant="default" onClick={() => setForm(EXAMPLE)}>
            {t('check.tryExample')}
          </Button>
          <Button variant="subtle" onClick={() => setForm(BLANK_DRAFT)}>
            {t('check.clear')}
          </Button>
        </Group>
        <FactsForm form={form} onChange={change} scope="all" />
      </CheckedFields>
    </Stack>
  )
}

function Teaching() {
  const { t } = useTranslation()
  return <EmptyState title={t('check.emptyTitle')} text={t('check.emptyText')} example={t('check.emptyExample')} />
}

function Legal() {
  const { t } = useTranslation()
  return (
    <Text size="xs" c="dimmed" mt="md">
      {t('check.notLegalAdvice')}{' '}
      <AppLink size="xs" underline="always" to="/rules">
        {t('nav.rules')}
      </AppLink>
    </Text>
  )
}
