import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sha256 } from './secrets.ts'

export interface StaticFile {
  readonly bytes: Buffer
  readonly zipped: Buffer | null
  readonly contentType: string
  readonly etag: string
  readonly isImmutable: boolean
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const ZIPPED = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt'])

/** Reads the built web app once into a closed map: a path that is not a key does not exist, whatever dots it holds. */
export function readStaticFiles(folder: string | null): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  if (folder === null || !existsSync(folder)) return files
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, readStaticFile(path))
  }
  return files
}

function readStaticFile(path: string): StaticFile {
  const bytes = readFileSync(path)
  const extension = extname(path)
  return {
    bytes,
    zipped: ZIPPED.has(extension) && bytes.length > 1024 ? gzipSync(bytes) : null,
    contentType: CONTENT_TYPES[extension] ?? 'application/octet-stream',
    etag: `"${sha256(bytes).slice(0, 32)}"`,
    isImmutable: /[\\/]assets[\\/]/.test(path),
  }
}

/** Answers with a file, compressed when the browser takes it, or 304 when it has it. */
export function answerFile(file: StaticFile, request: Request): Response {
  const headers = new Headers({
    'Content-Type': file.contentType,
    ETag: file.etag,
    'Cache-Control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
  })
  if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
  if (file.zipped === null || !request.headers.get('accept-encoding')?.includes('gzip'))
    return new Response(new Uint8Array(file.bytes), { headers })
  headers.set('Content-Encoding', 'gzip')
  return new Response(new Uint8Array(file.zipped), { headers })
}
