import { useTranslation } from 'react-i18next'

/** The name under which pasted cells are kept. */
export const PASTED_CELLS = 'pasted cells'

/** How a file is called on the page: by its name, and pasted cells, which have none, in the reader's language. */
export function useFileName() {
  const { t } = useTranslation()
  return (file: string) => (file === PASTED_CELLS ? t('imports.pastedCells') : file)
}
