// What decrypts the private keys on Windows survives a damaged file and a stay on another computer.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keepLocalState, masterKeyOf } from '../../../../../main/store/keys/localState.ts'
import { temporaryFolder } from '../../../../integration/main/store/fixtures.ts'

const guids = {
  here: '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  there: 'a1b2c3d4-0001-0002-0304-05060708090a',
}

/** What Chromium keeps: `DPAPI`, then a blob that names the master key after 24 bytes; the rest differs. */
function encryptedKey(guid: string, rest = 'x'): string {
  const [one = '', two = '', three = '', ...others] = guid.split('-')
  const reversed = [one, two, three].map((part) => Buffer.from(part, 'hex').reverse())
  const head = [Buffer.from('DPAPI'), Buffer.alloc(24, 1), ...reversed, Buffer.from(others.join(''), 'hex')]
  return Buffer.concat([...head, Buffer.from(rest.repeat(40))]).toString('base64')
}

/** A computer with its user's master keys. */
function computer(...owned: string[]): string {
  const appData = temporaryFolder()
  const user = join(appData, 'Microsoft', 'Protect', 'S-1-5-21-1-2-3-1001')
  mkdirSync(user, { recursive: true })
  for (const guid of [...owned, 'Preferred']) writeFileSync(join(user, guid), '')
  return appData
}

const stateIn = (folder: string): string => join(folder, 'Local State')
const keyIn = (folder: string, name = 'Local State'): string =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')).os_crypt.encrypted_key
/** What Chromium does at a start: without a key it can use, it makes one and writes it over the file. */
function startChromium(folder: string, guid: string, made: string): void {
  const usable = existsSync(stateIn(folder)) && masterKeyOf(keyIn(folder)) === guid
  const content = { browser: { enabled: true }, os_crypt: { audit_enabled: true, encrypted_key: made } }
  if (!usable) writeFileSync(stateIn(folder), JSON.stringify(content))
}
const start = (folder: string, appData: string) => keepLocalState({ folder, appData, platform: 'win32' })

test('a master key is found in what Windows encrypted', () => {
  expect(masterKeyOf(encryptedKey(guids.here))).toBe(guids.here)
  for (const odd of ['', 'DPAPI', Buffer.from('DPAPI').toString('base64'), 'v10xxxxxxxx', '\u{1F600}'])
    expect(masterKeyOf(odd)).toBeUndefined()
})

describe('a folder that goes from one computer to another and back', () => {
  const [key, otherKey] = [encryptedKey(guids.here), encryptedKey(guids.there)]

  test('has the key of each there again, and nothing is ever written over', () => {
    const folder = temporaryFolder()
    const [here, there] = [computer(guids.here), computer(guids.there)]
    startChromium(folder, guids.here, key)
    expect(start(folder, here)).toEqual([])

    const [notice = ''] = start(folder, there)
    expect(notice).toMatch(/another computer.+nothing is lost.+entered once on this computer/)
    const aside = readdirSync(folder).find((name) => name.startsWith('Local State.')) ?? ''
    expect(keyIn(folder, aside)).toBe(key)
    startChromium(folder, guids.there, otherKey)
    expect(start(folder, there)).toEqual([])
    expect(keyIn(folder)).toBe(otherKey)

    expect(start(folder, here)).toEqual([expect.stringContaining('work as before')])
    expect(keyIn(folder)).toBe(key)
    startChromium(folder, guids.here, encryptedKey(guids.here, 'never'))
    expect(keyIn(folder)).toBe(key)
    expect(start(folder, there)).toEqual([expect.stringContaining('work as before')])
    expect(keyIn(folder)).toBe(otherKey)
  })

  test('comes back by the copy alone, where somebody deleted what was set aside', () => {
    const folder = temporaryFolder()
    startChromium(folder, guids.here, key)
    start(folder, computer(guids.here))
    start(folder, computer(guids.there))
    for (const name of readdirSync(folder)) if (name.startsWith('Local State')) rmSync(join(folder, name))
    start(folder, computer(guids.here))
    expect(keyIn(folder)).toBe(key)
  })
})

describe('a file that is missing or damaged', () => {
  test.each([undefined, '', '{"os_crypt":', '{}', '{"os_crypt":{"encrypted_key":7}}', 'null'])(
    'as %j gets its key back, and that is said',
    (content) => {
      const folder = temporaryFolder()
      const here = computer(guids.here)
      startChromium(folder, guids.here, encryptedKey(guids.here))
      start(folder, here)
      if (content === undefined) rmSync(stateIn(folder))
      else writeFileSync(stateIn(folder), content)
      expect(start(folder, here)).toEqual([expect.stringContaining('missing or damaged')])
      expect(keyIn(folder)).toBe(encryptedKey(guids.here))
      expect(start(folder, here)).toEqual([])
    },
  )
})

describe('nothing is changed', () => {
  test('on another system, at a first start, and where nobody can tell whose a key is', () => {
    const folder = temporaryFolder()
    expect(start(folder, computer(guids.here))).toEqual([])
    expect(readdirSync(folder)).toEqual([])
    writeFileSync(stateIn(folder), JSON.stringify({ os_crypt: { encrypted_key: 'odd' } }))
    expect(start(folder, computer(guids.here))).toEqual([])
    expect(start(folder, temporaryFolder())).toEqual([])
    expect(keyIn(folder)).toBe('odd')
    expect(keepLocalState({ folder, appData: '', platform: 'linux' })).toEqual([])
  })

  test('where nothing can be written', () => {
    expect(start(join(temporaryFolder(), 'absent'), computer(guids.here))).toEqual([])
  })
})
