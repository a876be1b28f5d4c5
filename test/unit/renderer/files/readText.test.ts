// A chosen file is read as text, or refused with a sentence that names it.
import { describe, expect, it } from 'vitest'
import { readChosen, readText } from '../../../../renderer/files/readText.ts'

describe('a chosen file', () => {
  const file = (content: BlobPart) => new File([content], 'contoso.syncwright.json')

  it('is read as text', async () => {
    expect(await readText(file('{"é": 1}'))).toEqual({ ok: true, value: '{"é": 1}' })
  })

  it('is refused when it is no text', async () => {
    expect(await readText(file(new Uint8Array([0xff, 0xfe, 0x80])))).toMatchObject({
      error: { code: 'file-damaged' },
    })
  })

  it('may be larger than a configuration when it begins as reference data', async () => {
    const large = (kind: string) => file(`{"kind":"${kind}","x":"${'x'.repeat(17_000_000)}"}`)
    expect(await readChosen(large('syncwright.reference'))).toMatchObject({ ok: true })
    expect(await readChosen(large('syncwright.relationships'))).toMatchObject({
      error: { code: 'file-too-large' },
    })
  })

  it('is refused when it is too large or gone, and the sentence names it', async () => {
    const huge = Object.defineProperty(file(''), 'size', { value: 64 * 1024 * 1024 + 1 })
    const gone = Object.assign(file(''), { arrayBuffer: () => Promise.reject(new Error('NotFoundError')) })
    for (const [chosen, code] of [
      [huge, 'file-too-large'],
      [gone, 'file-unreadable'],
    ] as const) {
      const result = await readText(chosen)
      expect(result).toMatchObject({ ok: false, error: { code } })
      expect(result.ok ? '' : result.error.message).toContain('contoso.syncwright.json')
    }
  })
})
