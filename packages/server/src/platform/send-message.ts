import { fitText, LARGEST_TEXT_BYTES, readAnswer, type ChannelKind, type Delivery } from '@kolibra/core/accounts'
import { createTransport } from 'nodemailer'
import { NoAnswer, postOutside } from './post-outside.ts'
import { signDingtalk, signFeishu, signWebhook } from './sign-message.ts'

/** What the operator allows and lends: mail goes through one server for all. */
export interface Outside {
  readonly allowPrivate: boolean
  readonly mail: { readonly url: string; readonly from: string } | null
}

/** Where a message goes: an address (e-mail or URL) and what it is signed with, where it is. */
export interface Target {
  readonly kind: ChannelKind
  readonly address: string
  readonly secret: string | null
}

/** A message: `facts` is what a webhook gets beside the text. */
export interface Message {
  readonly id: string
  readonly subject: string
  readonly text: string
  readonly facts: Readonly<Record<string, string | null>>
}

interface Letter {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Compose = (target: Target, message: Message, nowMs: number) => Letter

// One row per kind that is posted; e-mail goes its own way.
const LETTERS: Readonly<Record<Exclude<ChannelKind, 'email'>, Compose>> = {
  wecom: ({ address }, { text }) => ({ url: address, headers: {}, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) }),
  feishu: ({ address, secret }, { text }, nowMs) => {
    const signed = secret === null ? {} : signFeishu(secret, nowMs)
    return { url: address, headers: {}, body: JSON.stringify({ ...signed, msg_type: 'text', content: { text } }) }
  },
  dingtalk: ({ address, secret }, { text }, nowMs) => {
    const url = new URL(address)
    for (const [name, value] of Object.entries(secret === null ? {} : signDingtalk(secret, nowMs))) url.searchParams.set(name, value)
    return { url: url.href, headers: {}, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) }
  },
  webhook: ({ address, secret }, { id, text, facts }, nowMs) => {
    const body = JSON.stringify({ id, text, ...facts })
    return { url: address, headers: secret === null ? {} : signWebhook(secret, { id, body, nowMs }), body }
  },
}

/** Sends one message and says how it ended; what the network does is an answer too. */
export async function sendMessage(
  target: Target,
  message: Message,
  { outside, nowMs }: { outside: Outside; nowMs: number },
): Promise<Delivery> {
  const { kind } = target
  const fitted = { ...message, text: fitText(message.text, LARGEST_TEXT_BYTES[kind]) }
  if (kind === 'email') return sendMail(target.address, fitted, outside)
  try {
    return readAnswer(kind, await postOutside({ ...LETTERS[kind](target, fitted, nowMs), allowPrivate: outside.allowPrivate }))
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    const isHopeless = ['network.private_address', 'network.not_https'].includes(error.code)
    return { state: isHopeless ? 'dead' : 'retry', problem: error.code }
  }
}

const MAIL_WAIT = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 }

async function sendMail(address: string, { id, subject, text }: Message, { mail }: Outside): Promise<Delivery> {
  if (mail === null) return { state: 'dead', problem: 'mail.not_set_up' }
  const transport = createTransport({ url: mail.url, ...MAIL_WAIT })
  try {
    // The same id over all tries: a mailbox that got it knows it again.
    await transport.sendMail({ from: mail.from, to: address, subject, text, messageId: `<${id}@kolibra>` })
    return { state: 'sent' }
  } catch (error) {
    const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
    if (code === 0) return { state: 'retry', problem: 'mail.unreachable' }
    // RFC 5321: 4xx may pass, 5xx will not.
    return { state: code >= 500 ? 'dead' : 'retry', problem: `mail.${code}` }
  } finally {
    transport.close()
  }
}
