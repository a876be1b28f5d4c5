// Attacks by what comes out: text that acts in a terminal, a shell, a browser or a spreadsheet, and secrets given back.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { suggestedFileName } from '../../main/files/suggestedName.ts'
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { curlText } from '../../renderer/preview/ticket/requests/curl.ts'
import { withSignsShown } from '../../renderer/ui/words/visibleSigns.ts'
import { temporaryFolder } from '../integration/main/store/fixtures.ts'
import { cliFolder, type Run } from '../support/cli.ts'
import { exportedAt, snapshotText } from '../support/files.ts'
import { targetRelationship } from '../support/relationships.ts'

describe.skipIf(process.platform === 'win32')('a copied curl command in a real shell', () => {
  /** What a shell makes of the command: the arguments curl would get, and the files that are there afterwards. */
  function pasted(command: string): { args: string[]; files: string[] } {
    const folder = temporaryFolder()
    const curl = join(folder, 'curl')
    writeFileSync(curl, '#!/bin/sh\nfor each; do printf "%s\\0" "$each"; done\n')
    chmodSync(curl, 0o755)
    const options = {
      cwd: folder,
      env: { PATH: `${folder}:/bin:/usr/bin`, HOME: folder },
      encoding: 'utf8',
    } as const
    const out = execFileSync('/bin/bash', ['-c', command], options)
    return {
      args: out.split('\0').slice(0, -1),
      files: readdirSync(folder).filter((name) => name !== 'curl'),
    }
  }
  const upload = (fileName: string, contentType = 'text/plain', title = 'Title') =>
    curlText(
      {
        method: 'POST',
        path: '/system/documents',
        multipart: { title, file: { fileName, contentType, size: 1 } },
      },
      targetRelationship(),
    )
  const names = [
    '../../../etc/passwd',
    '/etc/passwd',
    'C:\\Users\\dana\\.ssh\\id_rsa',
    '~/.ssh/id_rsa',
    '$(touch pwned)',
    '`touch pwned`',
    "'; touch pwned; '",
    '"; touch pwned; "',
    'a";filename="b',
    'a.txt;type=text/html;headers=@/etc/passwd',
    'a\n--upload-file /etc/passwd',
    'a\u0003touch pwned\r',
    'a\u001b]0;title\u0007',
    '-K/etc/passwd',
    '@/etc/passwd',
    '</etc/passwd',
    'a,b;c',
    '\u202egnp.exe',
    '!!',
  ]

  test.each(names)('a file called %j uploads nothing but a file of that plain name', (name) => {
    const { args, files } = pasted(upload(name))
    const form = args.filter((_each, index) => args[index - 1] === '--form')
    expect(form).toEqual([
      expect.stringMatching(/^file=@"[A-Za-z0-9][A-Za-z0-9._-]{0,99}";type=text\/plain$/),
    ])
    expect(files).toEqual([])
    expect(args.filter((each) => each.startsWith('-')).toSorted()).toEqual(
      ['--form', '--form-string', '--globoff', '--header', '--header', '--request', '--user'].toSorted(),
    )
  })

  test.each([
    'text/plain;headers=@/etc/passwd',
    'text/html\r\nX: 1',
    '@/etc/passwd',
    'a/b/c',
    'x/y;encoder=base64',
    '',
  ])('a content type of %j adds nothing', (type) => {
    const form = pasted(upload('a.txt', type)).args.find((each) => each.startsWith('file='))
    expect(form).toBe('file=@"a.txt"')
  })

  test.each([
    '@/etc/passwd',
    '<etc/passwd',
    "x'; touch pwned; '",
    '$(touch pwned)',
    '\u0003touch pwned\n',
    '!!',
  ])('a title of %j is sent as it is, or as its code', (title) => {
    const { args, files } = pasted(upload('a.txt', 'text/plain', title))
    expect(args.filter((each) => each.startsWith('title='))).toHaveLength(1)
    expect(args[args.indexOf(args.find((each) => each.startsWith('title=')) ?? '') - 1]).toBe('--form-string')
    expect(files).toEqual([])
  })

  test('nothing that is copied is a key to a terminal', () => {
    const text = withSignsShown(names.join('\t'))
    expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u)
  })
})

/** What a terminal would act on. */
const acting = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/u
const evil =
  'Evil \u001b[2J\u001b]8;;https://evil.example.test\u0007\u009b31m\u202egnp\u0085::error::forged\r\nforged <script>x</script> ]]> |'

describe('names from a file act in no output of any command', () => {
  const named = { id: 4, name: evil }
  const relationship = targetRelationship(
    { serviceBoard: named, status: { ...named, boardId: 4 }, owner: { ...named, identifier: evil } },
    { contractName: evil, partner: evil, connection: { ...targetRelationship().connection, name: evil } },
  )
  const other = targetRelationship({}, { contractName: `${evil}2`, partner: evil })
  const { run, folder } = cliFolder({
    'a.syncwright.json': exportRelationships([relationship], exportedAt),
    'b.syncwright.json': exportRelationships([other], exportedAt),
    'a.reference.json': snapshotText(),
    'bad.json': JSON.stringify({
      kind: 'syncwright.relationships',
      version: 1,
      [evil]: 1,
      relationships: [{ id: evil }],
    }),
    'tickets.json': JSON.stringify([{ key: evil, summary: evil, status: evil, priority: evil }]),
    'tickets.csv': `key;${evil.replaceAll(/[\r\n]/g, '')};summary\n1;2;${evil.replaceAll(/[\r\n]/g, '')}\n`,
    'actual.json': JSON.stringify([{ id: 1, summary: evil, board: named, notes: [] }]),
  })
  const reference = ['--reference', 'a.reference.json']
  const commands: string[][] = [
    ['validate', 'a.syncwright.json', 'bad.json'],
    ['check', 'a.syncwright.json', ...reference],
    ['check', 'a.syncwright.json', ...reference, '--format', 'sarif'],
    ['check', 'a.syncwright.json', ...reference, '--format', 'github'],
    ['preview', 'a.syncwright.json', ...reference, '--tickets', 'tickets.json'],
    ['preview', 'a.syncwright.json', ...reference, '--tickets', 'tickets.csv', '--format', 'junit'],
    ['verify', 'a.syncwright.json', ...reference, '--tickets', 'tickets.json', '--actual', 'actual.json'],
    ['diff', 'a.syncwright.json', 'b.syncwright.json'],
    ['uses', 'a.syncwright.json', '--record', 'boards:4'],
    ['handover', 'a.syncwright.json', ...reference],
    ['preview', 'a.syncwright.json', ...reference, '--tickets', evil],
    ['validate', `${evil}.json`],
    [evil, evil],
    ['check', 'a.syncwright.json', `--${evil}`],
  ]
  /** Commands whose JSON is told in a piece of its own. */
  const withJson = ['validate', 'diff', 'uses']
  const clean = ({ stdout, stderr }: Run): void => {
    expect(stdout).not.toMatch(acting)
    expect(stderr).not.toMatch(acting)
    expect(stdout).not.toMatch(/^(::error::)?forged/m)
    expect(stderr).not.toMatch(/^forged/m)
  }

  test.each(commands.map((args) => [args.join(' ').slice(0, 80), args] as const))('%j', (_title, args) => {
    clean(run(args))
    if (withJson.includes(args[0] ?? '')) clean(run([...args, '--json']))
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })
})

describe('a value in the wrong place is never given back', () => {
  const secret = 'hunterszweiundvierzig'
  const { run } = cliFolder({})
  test.each([
    [['test', `-p${secret}`]],
    [['test', '--private-key', secret, '--site', 'a.example.test']],
    [['test', `--private-key=${secret}`]],
    [['test', `--private-key${secret}`]],
    [['test', `--public-key${secret}`]],
    [['test', '--role', secret]],
    [['test', secret]],
    [['test', '--site', 'a.example.test', secret, '--public-key', 'p']],
    [[secret]],
    [['schema', secret]],
    [['fetch-reference', '--environment', secret]],
    [['check', 'a.json', '--format', secret]],
    [['preview', 'a.json', '--flow', secret]],
    [['help', secret]],
    [['validate', `--json${secret}`]],
    [['validate', `--private-key${secret}`]],
    [['validate', `-p${secret}`, 'a.json']],
    [['schema', `--${secret}`]],
    [['verify', '--actual', secret, '--since', secret]],
    [
      [
        'test',
        '--site',
        `https://user:${secret}@a b`,
        '--company-id',
        'a',
        '--public-key',
        'p',
        '--client-id',
        'c',
      ],
    ],
  ])('%j', (args) => {
    const { stdout, stderr } = run(args, '')
    expect(`${stdout}${stderr}`).not.toContain(secret)
  })
})

describe('a suggested file name', () => {
  test.each([
    'CON',
    'con.json',
    'aux.',
    'NUL .txt',
    'COM1',
    'lpt9.x',
    'COM¹',
    'CONIN$',
    'a:b',
    'a::$DATA',
    'file.txt:stream',
    '..',
    '...',
    '.hidden ',
    'a/b\\c',
    '\u0000',
    '%APPDATA%',
    '~',
    'a'.repeat(500),
    '漢'.repeat(80),
    '👩‍👩‍👧'.repeat(40),
    'é'.normalize('NFD').repeat(200),
    '\u202egnp.exe',
    ' . ',
    '-rf',
    '=cmd|x',
  ])('made of %j is one that every system takes', (name) => {
    const suggested = suggestedFileName(name)
    const file = `${suggested || 'relationship'}.syncwright.json`
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(200)
    expect(file).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Bidi_Control}\u200b]|^[. ]|[. ]$/u)
    expect(suggested.split(/[ .]/)[0]).not.toMatch(
      /^(con|prn|aux|nul|conin|conout|com[0-9¹²³]|lpt[0-9¹²³])$/i,
    )
    expect(suggested.isWellFormed()).toBe(true)
    writeFileSync(join(temporaryFolder(), file), '')
  })
})
