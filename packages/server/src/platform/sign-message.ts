import { createHmac } from 'node:crypto'

/** Feishu (open.feishu.cn, 自定义机器人使用指南): the key is `timestamp\nsecret`, nothing is hashed with it; seconds, valid an hour. */
export function signFeishu(secret: string, nowMs: number): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(nowMs / 1000))
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') }
}

/** DingTalk (open.dingtalk.com, 自定义机器人安全设置, 加签): `timestamp\nsecret` hashed with the secret; milliseconds, valid an hour. */
export function signDingtalk(secret: string, nowMs: number): { timestamp: string; sign: string } {
  const timestamp = String(nowMs)
  return { timestamp, sign: createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64') }
}

/** Our own webhooks: HMAC-SHA256 over `timestamp.id.body`. The id stays the same over all tries, so that a repetition is known. */
export function signWebhook(secret: string, { id, body, nowMs }: { id: string; body: string; nowMs: number }): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1000))
  const signature = createHmac('sha256', secret).update(`${timestamp}.${id}.${body}`).digest('hex')
  return { 'Kolibra-Timestamp': timestamp, 'Kolibra-Delivery': id, 'Kolibra-Signature': `v1=${signature}` }
}
