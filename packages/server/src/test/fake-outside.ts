import { createServer as createHttp, type IncomingHttpHeaders } from 'node:http'
import { createServer as createTcp, type AddressInfo, type Server } from 'node:net'

/** A request as a robot or webhook got it. */
export interface Got {
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A place that messages are sent to. `answer` says what it answers to each; left out, it takes all. */
export interface FakePlace {
  readonly url: string
  readonly got: Got[]
  readonly close: () => Promise<void>
}

function listen(server: Server): Promise<number> {
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready((server.address() as AddressInfo).port)))
}

const closing = (server: Server) => () => new Promise<void>((done) => server.close(() => done()))

/** A robot or webhook on this machine. */
export async function openFakePlace(
  answer: (got: Got) => { status: number; body: string; headers?: Record<string, string> },
): Promise<FakePlace> {
  const got: Got[] = []
  const server = createHttp((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '', 'http://fake')
      const one = { path, query, headers: request.headers, body }
      got.push(one)
      const { status, body: text, headers = {} } = answer(one)
      response.writeHead(status, headers).end(text)
    })
  })
  return { url: `http://127.0.0.1:${await listen(server)}`, got, close: closing(server) }
}

/** A mail server on this machine: takes every letter, or answers RCPT with the code given. */
export async function openFakeMail(rcptCode = 250): Promise<{ url: string; letters: string[]; close: () => Promise<void> }> {
  const letters: string[] = []
  const server = createTcp((socket) => {
    let letter: string | null = null
    const say = (line: string) => socket.write(`${line}\r\n`)
    const answers: Readonly<Record<string, string>> = { RCPT: `${rcptCode} rcpt`, DATA: '354 go on', QUIT: '221 bye' }
    const take = (line: string) => {
      if (letter === null) {
        say(answers[line.slice(0, 4).toUpperCase()] ?? '250 ok')
        if (line.toUpperCase() === 'DATA') letter = ''
      } else if (line === '.') {
        letters.push(letter)
        letter = null
        say('250 kept')
      } else letter += `${line}\n`
    }
    let rest = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      const lines = (rest + part).split('\r\n')
      rest = lines.pop() ?? ''
      lines.forEach(take)
    })
    socket.on('error', () => socket.destroy())
    say('220 fake')
  })
  return { url: `smtp://127.0.0.1:${await listen(server)}`, letters, close: closing(server) }
}
