// The sum of what is stored: it follows the content, not the order it is written in.
import { expect, test } from 'vitest'
import { checkSum, withSum } from '../../../../main/disk/checksum.ts'

test('the order of members does not count, that of a list does', () => {
  const content = { version: 1, list: [{ b: 2, a: [1, null] }], left: undefined }
  const { sum } = withSum(content)
  expect(withSum({ list: [{ a: [1, null], b: 2 }], version: 1 })['sum']).toBe(sum)
  expect(withSum({ ...content, list: [{ b: 2, a: [null, 1] }] })['sum']).not.toBe(sum)
})

test.each(['__proto__', 'constructor', 'toString', '7'])(
  'a member called %s counts as every other',
  (name) => {
    const content = JSON.parse(`{ "version": 1, "entries": { "${name}": "as it was", "b": 1 } }`)
    const stored = JSON.parse(JSON.stringify(withSum(content)))
    expect(checkSum(stored)).toEqual(content)
    const changed = JSON.parse(JSON.stringify(stored).replace('as it was', 'changed'))
    expect(checkSum(changed)).toBeUndefined()
  },
)
