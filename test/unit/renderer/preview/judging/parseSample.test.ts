// A file of tickets as a sample, or the reason it is none.
import { describe, expect, it } from 'vitest'
import { parseSample } from '../../../../../renderer/preview/judging/parseSample.ts'

const open = (flow: 'inbound' | 'outbound', text: string) => {
  const opened = parseSample(flow, new TextEncoder().encode(text))
  return opened.ok
    ? { overview: opened.value.overview, ...opened.value.read() }
    : { overview: null, ...opened }
}

describe('a sample file', () => {
  it('names the rows it skips', () => {
    expect(open('inbound', 'key;summary\n1;One\n;Two\n3;x;y\n')).toMatchObject({
      ok: true,
      overview: null,
      value: {
        data: { tickets: [{ key: '1', summary: 'One' }] },
        problems: ['Row 3: It has no key.', 'Row 4: 3 cells, where the header has 2.'],
        notRead: 2,
      },
    })
  })

  it('takes ConnectWise tickets for inbound as if the partner had sent them', () => {
    expect(open('inbound', '[{"id":7,"summary":"A","board":{"id":4}}]')).toMatchObject({
      ok: true,
      overview: null,
      value: { data: { flow: 'inbound', tickets: [{ key: '7', summary: 'A' }] } },
    })
  })

  it('of another system is asked about, and read as it is told', () => {
    const text = 'Ticket #,Title,Owner,Case Number\nT1,Printer,Dana,9\nT2,Screen,Ana,8\n'
    const opened = parseSample('inbound', new TextEncoder().encode(text))
    if (!opened.ok) throw new Error(opened.error.message)
    expect(opened.value.overview).toMatchObject({
      rows: 2,
      columns: [{ name: 'Ticket #', values: ['T1', 'T2'], empty: 0 }, {}, {}, {}],
    })
    expect(opened.value.read({ key: 3, summary: 1 })).toMatchObject({
      value: { data: { tickets: [{ key: '9', summary: 'Printer' }, { key: '8' }] }, problems: [] },
    })
  })

  it.each([
    ['inbound', 'nonsense'],
    ['inbound', '{"kind":"other"}'],
    ['outbound', '[{"key":"1"}]'],
    ['outbound', ''],
  ] as const)('refuses for %s what is no sample', (flow, text) => {
    const parsed = open(flow, text)
    expect(parsed.ok).toBe(false)
    expect(!parsed.ok && parsed.error.message).toMatch(/\.$/)
  })
})
