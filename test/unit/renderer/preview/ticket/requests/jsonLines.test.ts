// A request as lines of JSON, each with the way back to its value.
import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonLines } from '../../../../../../renderer/preview/ticket/requests/jsonLines.ts'
import type { PreviewRequest } from '../../../../../../shared/preview/result/previewResult.ts'

const textOf = (value: unknown) =>
  jsonLines(value).map(({ indent, tokens }) => '  '.repeat(indent) + tokens.map(({ text }) => text).join(''))

const patch: PreviewRequest = {
  method: 'PATCH',
  path: '/service/tickets/7',
  body: [{ op: 'replace', path: 'priority', value: { id: 7 } }],
}

describe('JSON lines', () => {
  it('puts short objects on one line', () => {
    expect(textOf({ status: { id: 31 }, list: [{ op: 'replace', value: { id: 1 } }], none: [] })).toEqual([
      '{',
      '  "status": { "id": 31 },',
      '  "list": [',
      '    {',
      '      "op": "replace",',
      '      "value": { "id": 1 }',
      '    }',
      '  ],',
      '  "none": []',
      '}',
    ])
  })

  it('names where each value sits', () => {
    expect(jsonLines(patch.body).map(({ path }) => path)).toEqual([
      '',
      '0',
      '0.op',
      '0.path',
      '0.value',
      '',
      '',
    ])
  })

  it('says the same as the value, whatever it is', () => {
    assert(
      property(jsonValue({ maxDepth: 4 }), (value) => {
        expect(JSON.parse(textOf(value).join('\n'))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
