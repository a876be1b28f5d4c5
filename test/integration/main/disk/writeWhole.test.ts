// A file is written whole or not at all, past a program that holds it for a moment.
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renameFile } from '../../../../main/disk/rename.ts'
import { writeWhole } from '../../../../main/disk/writeWhole.ts'
import { withoutRights } from '../../../support/process/withoutRights.ts'
import { temporaryFolder } from '../store/fixtures.ts'

const refusal = (code: string) => Object.assign(new Error('refused'), { code })

describe('a rename', () => {
  /** A file system that refuses so many times. */
  const refusing = (times: number, code: string, platform: NodeJS.Platform) => {
    const seen = { asked: 0, waited: 0 }
    const world = {
      platform,
      rename: () => {
        seen.asked += 1
        if (seen.asked <= times) throw refusal(code)
      },
      wait: (milliseconds: number) => void (seen.waited += milliseconds),
    }
    return { seen, world }
  }

  test.each(['EPERM', 'EACCES', 'EBUSY'])('waits while Windows answers %s', (code) => {
    const { seen, world } = refusing(3, code, 'win32')
    renameFile('a', 'b', world)
    expect(seen).toEqual({ asked: 4, waited: 150 })
  })

  test('gives up after a second, with the reason', () => {
    const { seen, world } = refusing(Number.POSITIVE_INFINITY, 'EBUSY', 'win32')
    expect(() => renameFile('a', 'b', world)).toThrow(refusal('EBUSY'))
    expect(seen.waited).toBeLessThanOrEqual(1000)
  })

  test.each([
    ['EPERM', 'linux'],
    ['ENOSPC', 'win32'],
  ] as const)('does not wait for %s on %s, which will not pass', (code, platform) => {
    const { seen, world } = refusing(1, code, platform)
    expect(() => renameFile('a', 'b', world)).toThrow(refusal(code))
    expect(seen).toEqual({ asked: 1, waited: 0 })
  })
})

describe('a file', () => {
  test('is written into a folder that is made for it, and nothing lies beside it', async () => {
    const folder = join(temporaryFolder(), 'new', 'deep')
    await writeWhole(join(folder, 'a.json'), 'first')
    await writeWhole(join(folder, 'a.json'), new TextEncoder().encode('second'))
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('second')
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  test.skipIf(process.platform !== 'linux')('in a folder that takes none is refused, at once', async () => {
    await expect(writeWhole('/proc/syncwright/export/a.json', '{}')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('with the longest name a folder takes is written too', async () => {
    const folder = temporaryFolder()
    const name = `${'n'.repeat(250)}.json`
    await writeWhole(join(folder, name), 'content')
    expect(readdirSync(folder)).toEqual([name])
  })

  test.skipIf(process.platform === 'win32')('keeps its link and its rights', async () => {
    const folder = temporaryFolder()
    const [file, link] = [join(folder, 'a.json'), join(folder, 'link.json')]
    writeFileSync(file, 'first')
    chmodSync(file, 0o600)
    symlinkSync(file, link)
    await writeWhole(link, 'second')
    expect(readFileSync(file, 'utf8')).toBe('second')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('that cannot take the place of a folder leaves nothing behind', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'a.json', 'inside'), { recursive: true })
    await expect(writeWhole(join(folder, 'a.json'), 'content')).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  test.skipIf(process.platform === 'win32')('in a read-only folder is refused at once', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.json'), 'first')
    chmodSync(folder, 0o555)
    const written = withoutRights(() => writeWhole(join(folder, 'a.json'), 'second'))
    await expect(written).rejects.toMatchObject({ code: 'EACCES' })
    chmodSync(folder, 0o755)
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('first')
    expect(readdirSync(folder)).toEqual(['a.json'])
  })
})
