// Why a file was not written, in words that are true of the folder.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeReason } from '../../../../main/disk/writeFailure.ts'

const refused = (code: string, path: string) => Object.assign(new Error(`${code}, open`), { code, path })

test.each([
  ['a folder that is not there', 'ENOENT', join(tmpdir(), 'nowhere', 'a.json'), 'the folder is not there'],
  ['one that is there and protected', 'ENOENT', join(tmpdir(), 'a.json'), 'the system protects that folder'],
  ['a full disk', 'ENOSPC', join(tmpdir(), 'a.json'), 'the disk is full'],
])('%s', (_case, code, path, reason) => expect(writeReason(refused(code, path))[0]).toBe(reason))
