// The text of a file that is imported is relationships or reference data; anything else keeps its own sentence.
import { describe, expect, test } from 'vitest'
import { readImportText } from '../../../../main/files/importText.ts'
import { exportText, snapshotText } from '../../../support/files.ts'

const codeOf = (text: string) => {
  const read = readImportText(text)
  return read.ok ? 'read' : read.error.code
}

describe('what is imported', () => {
  test('holds relationships, or the lists of one connection', () => {
    expect(readImportText(exportText())).toMatchObject({
      ok: true,
      value: { relationships: [{}], snapshots: [] },
    })
    expect(readImportText(snapshotText())).toMatchObject({
      ok: true,
      value: { relationships: [], snapshots: [{ kind: 'syncwright.reference' }] },
    })
  })

  test('may hold more companies than a file of relationships may hold entries', () => {
    const companies = Array.from({ length: 12_000 }, (_, id) => ({ id, name: `Company ${id}` }))
    expect(codeOf(snapshotText({ collections: { companies } }))).toBe('read')
  })

  test.each([
    ['a newer snapshot', snapshotText().replace('"version": 1', '"version": 99'), 'file-too-new'],
    ['a snapshot without a time', snapshotText().replace('"fetchedAt"', '"readAt"'), 'file-invalid'],
    ['relationships with a wrong role', exportText().replace('"target"', '"boss"'), 'file-invalid'],
    ['another file', '{"kind":"something.else"}', 'file-foreign'],
    ['no JSON', '{"kind":', 'file-damaged'],
  ])('%s is refused for its own reason', (_what, text, code) => {
    expect(codeOf(text)).toBe(code)
  })
})
