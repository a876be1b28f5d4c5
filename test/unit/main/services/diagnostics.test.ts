// What names the person is taken out of the diagnostics in every way the log writes it.
import { expect, test } from 'vitest'
import { withoutHomeFolder } from '../../../../main/services/diagnostics.ts'

test.each([
  ["{ path: 'C:\\\\Users\\\\Robin Vale\\\\x.json' }", "{ path: '~\\\\x.json' }"],
  ['C:\\Users\\Robin Vale\\x.json', '~\\x.json'],
  ['file:C:/Users/Robin Vale/x.json', 'file:~/x.json'],
  ['D:\\Data\\x.json', 'D:\\Data\\x.json'],
])('%s becomes %s', (told, text) => {
  expect(withoutHomeFolder(told, 'C:\\Users\\Robin Vale')).toBe(text)
})

test('a home folder that is the root takes nothing out', () => {
  expect(withoutHomeFolder('/data/x.json', '/')).toBe('/data/x.json')
})
