// Who reads which part of a ticket.
import { describe, expect, it } from 'vitest'
import { readersOf, stayingItems } from '../../../../../renderer/preview/ticket/readers.ts'
import type { PreviewItem } from '../../../../../shared/preview/result/previewResult.ts'

describe('readers', () => {
  const item = (
    audience: PreviewItem['audience'],
    verdict: PreviewItem['verdict'] = 'send',
  ): PreviewItem => ({
    kind: 'note',
    label: audience.join(),
    verdict,
    reasons: [],
    warnings: [],
    audience,
  })
  const items = [
    item(['customer', 'staff', 'invoice']),
    item(['staff']),
    item(['staff', 'invoice']),
    item(['customer', 'staff'], 'stay'),
    item([]),
  ]

  it('puts each part that goes under its widest audience, once', () => {
    expect(
      readersOf(items).map(({ audience, parts }) => [audience, parts.map(({ item: { label } }) => label)]),
    ).toEqual([
      ['customer', ['customer,staff,invoice']],
      ['staff', ['staff', '']],
      ['invoice', ['staff,invoice']],
    ])
  })

  it('names the others who read it', () =>
    expect(readersOf(items)[0]?.parts[0]?.also).toEqual(['staff', 'invoice']))

  it('keeps what stays apart', () => expect(stayingItems(items)).toEqual([items[3]]))
})
