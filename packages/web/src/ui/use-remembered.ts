import { useState } from 'react'

/** State kept in this browser under `key`; what cannot be read falls back to `initial`. */
export function useRemembered<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    try {
      const stored = localStorage.getItem(`kolibra.${key}`)
      return stored === null ? initial : (JSON.parse(stored) as T)
    } catch {
      return initial
    }
  })
  const remember = (next: T) => {
    setValue(next)
    localStorage.setItem(`kolibra.${key}`, JSON.stringify(next))
  }
  return [value, remember]
}
