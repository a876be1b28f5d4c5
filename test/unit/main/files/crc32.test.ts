// Our checksum is the one every zip tool writes.
import { crc32 as nodes } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeCrc32, crc32 } from '../../../../main/files/crc32.ts'

test('says what Node says of any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => computeCrc32(bytes) === nodes(bytes)))
})

test('knows the check value of the standard', () => {
  expect(computeCrc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})

test('is the one of Node where Node has it', () => {
  expect(crc32).toBe(nodes)
})
