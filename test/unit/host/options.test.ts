// Proves which arguments the browser host keeps for itself and which it leaves to the app.
import { expect, test } from 'vitest'
import { readOptions } from '../../host/options.ts'

test.each([
  ['nothing given', [], { folder: '/project', port: 0, userData: null, argv: [] }],
  [
    'the host and the app share a line',
    ['--demo', '--port', '8080', '--user-data', '/data', 'file.json'],
    {
      folder: '/project',
      port: 8080,
      userData: '/data',
      argv: ['--demo', 'file.json'],
    },
  ],
  [
    'values after an equals sign',
    ['--port=1', '--app=/other', '--level=3'],
    {
      folder: '/other',
      port: 1,
      userData: null,
      argv: ['--level=3'],
    },
  ],
])('%s', (_, args, expected) => {
  expect(readOptions(args, '/project')).toEqual(expected)
})

test.each([[['--port', 'x']], [['--port', '70000']], [['--port', '-1']], [['--port']], [['--user-data']]])(
  '%j is refused with a sentence',
  (args) => {
    expect(() => readOptions(args, '/project')).toThrow(/^--(port|user-data) /)
  },
)
