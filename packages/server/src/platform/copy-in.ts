import type { PostgresPool } from 'kysely'
import type { Connection, Pool, PoolClient, Submittable } from 'pg'

/** Text of `COPY … FROM STDIN`, in pieces of any length. */
export type CopyText = AsyncIterable<string | Uint8Array>

/** A query parameter that is not sent as one: the rows that follow a `COPY … FROM STDIN`. */
export class CopyFeed {
  readonly text: CopyText
  constructor(text: CopyText) {
    this.text = text
  }
}

/** What the driver's connection offers beside its types: the messages of the copy protocol. */
interface CopyConnection extends Connection {
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

/**
 * Sends rows by the copy protocol on a connection that may be inside a transaction. A feed that fails makes the database refuse the copy,
 * and the feed's own error is thrown. Resolves when the database has taken everything.
 */
export function copyIn(client: PoolClient, statement: string, { text }: CopyFeed): Promise<void> {
  return new Promise((done, failed) => {
    client.query(new CopyQuery(statement, text, (error) => (error === null ? done() : failed(error))))
  })
}

/** The pool as the query builder sees it: a statement whose only parameter is a CopyFeed is a copy. */
export function withCopy(pool: Pool): PostgresPool {
  return { connect: async () => faceOf(await pool.connect()), end: () => pool.end() }
}

const FACES = new WeakMap<PoolClient, PoolClient>()

// One face per connection: the query builder knows a connection again by it.
function faceOf(client: PoolClient): PoolClient {
  const known = FACES.get(client)
  if (known !== undefined) return known
  const query = async (text: string, parameters: unknown[]) => {
    const [feed] = parameters
    if (!(feed instanceof CopyFeed)) return client.query(text, parameters)
    await copyIn(client, text, feed)
    return { command: 'COPY', rowCount: 0, rows: [] }
  }
  const face = new Proxy(client, {
    get: (target, name) => {
      const value: unknown = name === 'query' ? query : Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  FACES.set(client, face)
  return face
}

class CopyQuery implements Submittable {
  readonly #statement: string
  readonly #text: CopyText
  readonly #settle: (error: unknown) => void
  #error: unknown = null

  constructor(statement: string, text: CopyText, settle: (error: unknown) => void) {
    this.#statement = statement
    this.#text = text
    this.#settle = settle
  }

  submit(connection: Connection): void {
    connection.query(this.#statement)
  }

  // The names below are the driver's: it calls them as the messages of the protocol arrive.
  handleCopyInResponse(connection: CopyConnection): void {
    void this.#send(connection)
  }

  async #send(connection: CopyConnection): Promise<void> {
    try {
      for await (const piece of this.#text) {
        if (this.#error !== null) return
        sendPiece(connection, typeof piece === 'string' ? Buffer.from(piece) : piece)
        if (connection.stream.writableNeedDrain) await waitForDrain(connection)
      }
      connection.endCopyFrom()
    } catch (error) {
      this.#error ??= error
      connection.sendCopyFail('the rows could not be made')
    }
  }

  handleRowDescription(): void {}
  handleCommandComplete(): void {}
  handleDataRow(): void {}

  handleError(error: Error): void {
    this.#error ??= error
    this.#settle(this.#error)
  }

  handleReadyForQuery(): void {
    if (this.#error === null) this.#settle(null)
  }
}

const COPY_DATA = 0x64

// The driver's own call for this copies every piece once more.
function sendPiece({ stream }: CopyConnection, piece: Uint8Array): void {
  const head = Buffer.allocUnsafe(5)
  head.writeUInt8(COPY_DATA, 0)
  head.writeInt32BE(piece.length + 4, 1)
  stream.cork()
  stream.write(head)
  stream.write(piece)
  stream.uncork()
}

function waitForDrain({ stream }: CopyConnection): Promise<void> {
  return new Promise((done) => {
    const go = () => {
      stream.off('drain', go)
      stream.off('close', go)
      done()
    }
    stream.once('drain', go)
    stream.once('close', go)
  })
}
