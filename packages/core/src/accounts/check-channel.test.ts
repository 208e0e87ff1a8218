import { expect, test } from 'vitest'
import { checkChannel, SHORTEST_SECRET } from './index.ts'

const LONG = 'x'.repeat(SHORTEST_SECRET)

test.each([
  { kind: 'email', address: 'desk@example.com', secret: null, faults: [] },
  { kind: 'email', address: 'desk+kol@mail.example.com', secret: null, faults: [], why: 'near miss: a tag is part of it' },
  { kind: 'email', address: 'desk@example', secret: null, faults: ['no_mail_address'] },
  { kind: 'email', address: 'a@example.com, b@example.com', secret: null, faults: ['no_mail_address'], why: 'two' },
  { kind: 'email', address: 'Desk <desk@example.com>', secret: null, faults: ['no_mail_address'] },
  { kind: 'email', address: 'https://example.com', secret: null, faults: ['no_mail_address'] },
  { kind: 'wecom', address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', secret: null, faults: [] },
  { kind: 'wecom', address: 'qyapi.weixin.qq.com/send', secret: null, faults: ['no_web_address'] },
  { kind: 'feishu', address: 'file:///etc/passwd', secret: null, faults: ['no_web_address'] },
  { kind: 'dingtalk', address: 'https://oapi.dingtalk.com/robot/send', secret: 'short', faults: [], why: 'its secret is the robot’s own' },
  { kind: 'webhook', address: 'https://example.com', secret: LONG, faults: [] },
  { kind: 'webhook', address: 'https://example.com', secret: LONG.slice(1), faults: ['secret_short'] },
  { kind: 'webhook', address: 'nowhere', secret: null, faults: ['no_web_address', 'secret_short'] },
] as const)('$kind $address: $faults', ({ faults, ...channel }) => expect(checkChannel(channel).map(({ why }) => why)).toEqual(faults))
