// What a change of the form did to one ticket, told from its two judgements.
import { describe, expect, it } from 'vitest'
import type { PreviewRow } from '../../../../../shared/preview/result/previewResult.ts'
import { compareRows, isUnchanged } from '../../../../../renderer/preview/ticket/ticketChange.ts'

const note = (verdict: 'send' | 'stay'): PreviewRow['items'][number] => ({
  kind: 'note',
  label: 'Note',
  verdict,
  reasons: verdict === 'stay' ? ['comment-type-not-selected'] : [],
  warnings: [],
  audience: ['staff'],
})

const post = (body: Record<string, unknown>, path = '/service/tickets') =>
  ({ method: 'POST', path, body }) as const

const row = (more: Partial<PreviewRow>): PreviewRow => ({
  key: 'A',
  verdict: 'create',
  reasons: [],
  warnings: [],
  requests: [post({ summary: 'One', status: { id: 1 } })],
  items: [],
  ...more,
})

describe('the last change', () => {
  it('is nothing where both judgements say the same', () =>
    expect(isUnchanged(compareRows(row({}), row({})))).toBe(true))

  it('names the parts that fare otherwise, by kind and by place', () => {
    const change = compareRows(
      row({ items: [note('stay'), note('send'), note('stay')] }),
      row({ items: [note('send'), note('send'), note('send')] }),
    )
    expect(change.parts).toEqual([{ kind: 'note', from: 'stay', to: 'send', count: 2 }])
    expect([...change.partsBefore.keys()]).toEqual([0, 2])
  })

  it('names the values of the ticket that are others, those that came and those that went', () => {
    const before = row({ requests: [post({ summary: 'One', status: { id: 1 }, owner: { id: 4 } })] })
    const after = row({ requests: [post({ summary: 'One', status: { id: 2 }, source: { id: 7 } })] })
    expect(compareRows(before, after).values).toEqual([
      { member: 'status', kind: 'statuses', before: { id: 1 }, after: { id: 2 } },
      { member: 'owner', kind: 'members', before: { id: 4 }, after: undefined },
      { member: 'source', kind: 'sources', before: undefined, after: { id: 7 } },
    ])
  })

  it('names the operations on a ticket that is sent', () => {
    const patch = (id: number) =>
      row({
        verdict: 'send',
        requests: [
          {
            method: 'PATCH',
            path: '/service/tickets/1',
            body: [{ op: 'replace', path: 'status', value: { id } }],
          },
        ],
      })
    expect(compareRows(patch(1), patch(2)).values).toMatchObject([{ member: 'status', kind: 'statuses' }])
  })

  it('tells new requests from those that are only elsewhere', () => {
    const [first, second] = [post({ text: 'a' }, '/n'), post({ text: 'b' }, '/n')]
    const change = compareRows(row({ requests: [second] }), row({ requests: [first, second] }))
    expect(change.requests).toEqual({ before: 1, after: 2 })
    expect([...change.changedRequests]).toEqual([[0, 'new']])
  })

  it('tells a request that reads otherwise from one that came', () => {
    const before = row({ requests: [post({ text: 'a' }, '/n')] })
    const after = row({ requests: [post({ text: 'b' }, '/n'), post({ text: 'c' }, '/n')] })
    expect([...compareRows(before, after).changedRequests]).toEqual([
      [0, 'changed'],
      [1, 'new'],
    ])
  })

  it('is the verdict and its reasons where the ticket is refused now', () => {
    const change = compareRows(row({}), row({ verdict: 'fail', reasons: ['status-required'], requests: [] }))
    expect(change.verdict).toEqual({ before: 'create', after: 'fail' })
    expect(change.came).toEqual(['status-required'])
    expect(compareRows(row({ reasons: ['status-required'] }), row({})).went).toEqual(['status-required'])
  })
})
