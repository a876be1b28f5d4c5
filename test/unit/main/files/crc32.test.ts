// Our checksum is the one every zip tool writes.
import { crc32 as nodes } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32 } from '../../../../main/files/crc32.ts'

test('says what Node says of any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32(bytes) === nodes(bytes)))
})

test('knows the check value of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})
