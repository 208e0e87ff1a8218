import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNames } from '../../app/i18n/use-names.ts'
import { formatMoment } from '../../ui/format-number.ts'
import type { ChainMove } from './use-chain.ts'

/** Every move of a version: who, for whom it was typed in, when, with which words. */
export function MoveHistory({ moves }: { moves: readonly ChainMove[] }) {
  const { t } = useTranslation()
  const names = useNames()
  if (moves.length === 0) return null
  return (
    <details>
      <summary>{t('briefChain.history', { n: moves.length })}</summary>
      <ol className="move-history">
        {moves.map(({ move, note, at, by }) => (
          <li key={at + move}>
            <Text size="sm">
              {formatMoment(at)} · {names('briefMoved', move)}
              {move !== 'acknowledge' && ` · ${by.name ?? by.typedBy ?? t('parties.erased')}`}
              {by.typedBy !== null && by.name !== null && ` (${t('briefChain.typedBy', { name: by.typedBy })})`}
            </Text>
            {note !== null && note !== '' && (
              <Text size="sm" c="dimmed">
                {note}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
