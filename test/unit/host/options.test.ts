// Proves which arguments the browser host keeps for itself and which it leaves to the app.
import { expect, test } from 'vitest'
import { hostHelp, readOptions, usual } from '../../host/options.ts'

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
  expect(readOptions(args, '/project')).toEqual({ ...expected, circumstances: usual })
})

test.each([
  [['--port', 'x']],
  [['--port', '70000']],
  [['--port', '-1']],
  [['--port']],
  [['--user-data']],
  [['--work-area', '9']],
])('%j is refused with a sentence', (args) => {
  expect(() => readOptions(args, '/project')).toThrow(/^--(port|user-data|work-area) /)
})

test('the circumstances of another computer are taken out as well', () => {
  const { argv, circumstances } = readOptions(
    ['--packaged', '--lost-lock', '--unpainted', '--work-area', '1097x569', '--demo'],
    '/project',
  )
  expect(argv).toEqual(['--demo'])
  expect(circumstances).toEqual({
    isPackaged: true,
    hasLock: false,
    paintsHidden: false,
    workArea: { width: 1097, height: 569 },
  })
})

test('the help names every option of the host', () => {
  for (const name of ['app', 'port', 'user-data', 'work-area', 'packaged', 'lost-lock', 'unpainted'])
    expect(hostHelp).toContain(`--${name}`)
})
