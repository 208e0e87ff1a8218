import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Looks upward from this file (source tree and bundle alike) for a path of the repository; null when there is none. */
export function findUpward(path: string): string | null {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const candidate = join(folder, path)
    if (existsSync(candidate)) return candidate
    const parent = dirname(folder)
    if (parent === folder) return null
    folder = parent
  }
}

/** Like `findUpward`, for folders the server cannot run without. */
export function needUpward(path: string): string {
  const found = findUpward(path)
  if (found === null) throw new Error(`${path} is not part of this installation`)
  return found
}
