import { useCallback, useLayoutEffect, useRef } from 'react'
import type { DraftForm } from './draft-facts.ts'

/** A change of the form from what it is when the change is made. */
export type FormChange = (update: (form: DraftForm) => DraftForm) => void

/** The same function at every render, so that what does not show the text need not be drawn again for each key. */
export function useFormChange(form: DraftForm, onChange: (form: DraftForm) => void): FormChange {
  const latest = useRef({ form, onChange })
  useLayoutEffect(() => {
    latest.current = { form, onChange }
  })
  return useCallback((update) => latest.current.onChange(update(latest.current.form)), [])
}
