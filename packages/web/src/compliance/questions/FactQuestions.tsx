import { List, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNames } from '../../app/i18n/use-names.ts'
import type { FormChange } from '../use-form-change.ts'
import { QuestionField } from './QuestionField.tsx'
import { answeringOf, isFormQuestion, questionsFor, type Question } from './question-table.ts'

interface FactQuestionsProps {
  readonly missing: readonly string[]
  readonly onChange: FormChange
}

/** What is not known and would change the verdict, as questions that are answered where they stand. */
export function FactQuestions({ missing, onChange }: FactQuestionsProps) {
  const { t } = useTranslation()
  const names = useNames()
  const { questions, unasked } = questionsFor(missing)
  const answer = (question: Question, text: string) =>
    onChange((form) =>
      isFormQuestion(question) ? { ...form, [question]: text } : { ...form, answers: { ...form.answers, [question]: text } },
    )
  if (missing.length === 0) return null
  return (
    <section aria-label={t('editor.questions')} data-testid="questions">
      <Title order={2} size="h5">
        {t('editor.questions')}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {t('editor.questionsWhy')}
      </Text>
      <Stack gap="sm" className="questions">
        {questions.map((question) => (
          <QuestionField
            key={question}
            label={names('question', question)}
            answering={answeringOf(question)}
            onAnswer={(text) => answer(question, text)}
          />
        ))}
      </Stack>
      {unasked.length > 0 && (
        <List size="sm" mt="xs">
          <List.Item>{t('editor.unasked', { facts: unasked.map((fact) => names('fact', fact)).join(t('ui.comma')) })}</List.Item>
        </List>
      )}
    </section>
  )
}
