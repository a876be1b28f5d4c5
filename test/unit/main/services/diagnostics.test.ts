// What names the person is taken out of the diagnostics in every way the log writes it.
import { expect, test } from 'vitest'
import { withoutHomeFolder } from '../../../../main/services/diagnostics.ts'

test.each([
  ["{ path: 'C:\\\\Users\\\\Robin Vale\\\\x.json' }", "{ path: '~\\\\x.json' }"],
  ['C:\\Users\\Robin Vale\\x.json', '~\\x.json'],
  ['file:C:/Users/Robin Vale/x.json', 'file:~/x.json'],
  ['c:\\users\\robin vale\\x.json', '~\\x.json'],
  ['at open (file:///C:/Users/Robin%20Vale/app/index.cjs:1:2)', 'at open (file:///~/app/index.cjs:1:2)'],
  ['D:\\Data\\x.json', 'D:\\Data\\x.json'],
])('%s becomes %s', (told, text) => {
  expect(withoutHomeFolder(told, 'C:\\Users\\Robin Vale')).toBe(text)
})

test.each([
  ['/home/zoë.o’hara+x', 'file:///home/zo%C3%AB.o%E2%80%99hara+x/y', 'file://~/y'],
  ['/home/a.b', '/home/aXb/y', '/home/aXb/y'],
  ['/home/(dana', '/home/(dana/y', '~/y'],
])('of the home folder %s every sign is that sign', (home, told, text) => {
  expect(withoutHomeFolder(told, home)).toBe(text)
})

test('a home folder that is the root takes nothing out', () => {
  expect(withoutHomeFolder('/data/x.json', '/')).toBe('/data/x.json')
})
