import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { z } from '@hono/zod-openapi'
import type { Permission } from '@kolibra/core/accounts'
import type { MiddlewareHandler } from 'hono'
import { noteFormHash } from './form-hash.ts'
import { authorize, needSession, type HttpEnv } from './http.ts'
import { limitBody } from './limit-body.ts'
import { RequestError } from './request-error.ts'

/** A file of a form. Its bytes are shared memory: a thread of its own reads them where they are. */
export class SentFile extends File {
  readonly content: Uint8Array
  /** SHA-256 of the bytes, in hex. */
  readonly contentHash: string
  constructor(bytes: Uint8Array, { name, contentHash }: { name: string; contentHash: string }) {
    super([], name)
    this.content = bytes
    this.contentHash = contentHash
  }
}

/** The field of a form that holds a file. */
export const sentFileSchema = z.instanceof(SentFile).openapi({ type: 'string', format: 'binary' })

const MOST_FIELDS = 20
const MOST_FILES = 2
const LARGEST_FIELD_BYTES = 1 << 20
const FIRST_BYTES = 1 << 20

/**
 * Reads a multipart body as it comes in, without ever holding up other requests. Whoever may not send it, or sends more than
 * `largestBytes`, is refused before the body is read.
 */
export function readForm({ permission, largestBytes }: { permission: Permission; largestBytes: number }): MiddlewareHandler<HttpEnv>[] {
  const tooLarge = () => {
    throw new RequestError('request.too_large', { largestBytes })
  }
  return [
    async (c, next) => {
      if (c.req.method === 'POST') authorize(needSession(c), permission)
      await next()
    },
    limitBody(largestBytes, tooLarge),
    async (c, next) => {
      const type = c.req.header('content-type') ?? ''
      if (c.req.raw.body !== null && /^multipart\/form-data\b/i.test(type)) {
        const said = Number(c.req.header('content-length') ?? FIRST_BYTES)
        c.req.bodyCache.formData = await readParts(c.req.raw.body as ReadableStream, { type, expectedBytes: Math.min(said, largestBytes) })
      }
      await next()
    },
  ]
}

async function readParts(body: ReadableStream, { type, expectedBytes }: { type: string; expectedBytes: number }): Promise<FormData> {
  const form = new FormData()
  const hash = createHash('sha256')
  const parser = openParser(type)
  // The library's types do not say that a part may lack its name, or a file its own.
  parser.on('field', (name: string | undefined, value, ...areCut) => {
    if (name === undefined) return void parser.destroy(malformed('a part has no name'))
    if (areCut[0] || areCut[1]) return void parser.destroy(malformed(`the field ${name.slice(0, 100)} is too long`))
    hash.update(JSON.stringify([name, value]))
    form.append(name, value)
  })
  parser.on('file', (name: string | undefined, stream, fileName: string | undefined) => {
    if (name === undefined) return void parser.destroy(malformed('a part has no name'))
    const take = growBytes(expectedBytes)
    stream.on('data', (chunk: Uint8Array) => take.add(chunk))
    stream.on('error', (error) => parser.destroy(error))
    stream.on('end', () => {
      const contentHash = take.hash()
      hash.update(JSON.stringify([name, fileName, contentHash]))
      const file = new SentFile(take.bytes(), { name: fileName ?? '', contentHash })
      form.append(name, file)
    })
  })
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
    parser.on(limit, () => parser.destroy(malformed('the form has too many parts')))
  await pipeline(Readable.fromWeb(body), parser).catch((error: unknown) => {
    throw error instanceof RequestError ? error : malformed(error instanceof Error ? error.message : String(error))
  })
  noteFormHash(form, hash.digest('hex'))
  return form
}

function openParser(type: string) {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fields: MOST_FIELDS, files: MOST_FILES, fieldSize: LARGEST_FIELD_BYTES },
    })
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error))
  }
}

const malformed = (problem: string) =>
  new RequestError('request.invalid', {
    fields: [{ field: '', problem: `Malformed form: ${problem}`, problemZh: '表单内容残缺或格式有误' }],
  })

/** Bytes that come in pieces, in one block of shared memory; as much as was expected costs nothing before it is there. */
function growBytes(expectedBytes: number) {
  let held = new Uint8Array(new SharedArrayBuffer(Math.max(expectedBytes, 1)))
  let length = 0
  const hash = createHash('sha256')
  return {
    add: (chunk: Uint8Array) => {
      if (length + chunk.length > held.length) {
        const old = held
        held = new Uint8Array(new SharedArrayBuffer(Math.max(old.length * 2, length + chunk.length)))
        held.set(old.subarray(0, length))
      }
      held.set(chunk, length)
      length += chunk.length
      hash.update(chunk)
    },
    bytes: () => held.subarray(0, length),
    hash: () => hash.digest('hex'),
  }
}
