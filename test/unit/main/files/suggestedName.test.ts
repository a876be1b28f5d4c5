// Names of files that are offered: every system takes them, whatever a relationship is called.
import { expect, test } from 'vitest'
import { suggestedFileName } from '../../../../main/files/suggestedName.ts'

test.each([
  ['Contoso managed services', 'Contoso managed services'],
  ['a/b\\c:d*e?"f<g>|h', 'a b c d e f g h'],
  ['  ..hidden. . ', 'hidden'],
  ['\u202etxt.exe\u0000', 'txt.exe'],
  ['हिन्दी', 'हिन्दी'],
  ['CON', '_CON'],
  ['aux.', '_aux'],
  ['Lpt1.backup', '_Lpt1.backup'],
  ['com¹', '_com¹'],
  ['Contoso', 'Contoso'],
  ['communication', 'communication'],
  ['🎉🎉', ''],
  ['', ''],
])('%j becomes %j', (text, name) => expect(suggestedFileName(text)).toBe(name))

test.each(['漢'.repeat(200), 'é'.repeat(500), 'a'.repeat(5000), 'ก็'.repeat(300), `${' .'.repeat(100_000)}x`])(
  'a long name stays within what a system takes, and ends with a whole character',
  (text) => {
    const name = suggestedFileName(text)
    expect(Buffer.byteLength(`${name} handover.syncwright-bundle`)).toBeLessThan(200)
    expect(name).toBe(name.normalize('NFC').trim())
    expect(name.endsWith('.')).toBe(false)
  },
)
