import { expect, test } from 'vitest'
import { isPrivateAddress } from './private-address.ts'

test.each(
  '127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 :: fe80::1 fc00::1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 2001:db8::1 2002:a00:1::1 localhost'.split(
    ' ',
  ),
)('%s is not reached by the public', (address) => expect(isPrivateAddress(address)).toBe(true))

test.each('8.8.8.8 172.15.0.1 172.32.0.1 100.63.255.255 192.169.0.1 169.253.0.1 223.255.255.255 2400:3200::1'.split(' '))(
  'near miss: %s is public',
  (address) => expect(isPrivateAddress(address)).toBe(false),
)
