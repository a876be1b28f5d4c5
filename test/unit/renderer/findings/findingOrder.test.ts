// The order of findings, and the way from one to the next.
import { describe, expect, it } from 'vitest'
import {
  fieldLabel,
  groupFindings,
  keyOf,
  nextPlace,
  readinessText,
  visitedAt,
} from '../../../../renderer/findings/findingOrder.ts'
import {
  type Finding,
  type FindingCode,
  findingSeverities,
} from '../../../../shared/findings/findingSeverities.ts'

const finding = (code: FindingCode): Finding => ({
  code,
  severity: findingSeverities[code],
  field: 'status',
  message: 'm',
  next: 'n',
})

describe('findings', () => {
  it('stand in groups, worst first, without empty groups', () => {
    const groups = groupFindings([
      finding('reference-renamed'),
      finding('status-required'),
      finding('status-unknown'),
    ])
    expect(groups.map(({ label, findings }) => [label, findings.length])).toEqual([
      ['Errors', 2],
      ['Information', 1],
    ])
  })

  it.each([
    ['boards[1]', 'Boards'],
    ['timeEntries.defaultMember', 'Default member'],
    ['reverseSync.filter.boards[0]', 'Reverse sync filter'],
    ['apiOverride', 'Override API settings for this relationship'],
    ['snapshot', 'reference data'],
    ['connection', 'connection'],
  ])('at %s lead to %s', (field, label) => expect(fieldLabel(field)).toBe(label))

  it.each([
    [[], 'No errors or warnings.'],
    [['reference-renamed'], 'No errors or warnings.'],
    [['status-closed'], '1 warning to know about.'],
    [['status-required'], '1 error to fix before it is Ready.'],
    [['status-required', 'priority-required', 'status-closed'], '2 errors to fix before it is Ready.'],
  ] as const)('say what stands before Ready', (codes, text) =>
    expect(readinessText(codes.map(finding))).toBe(text),
  )

  describe('opened one after the other', () => {
    const three = (['status-required', 'priority-required', 'company-required'] as const).map(finding)
    const visited = (place: number) => ({ key: keyOf(three[place] ?? finding('status-closed')), place })

    it.each([
      ['begin with the first', three, null, 1, 0],
      ['begin backwards with the last', three, null, -1, 2],
      ['go on', three, visited(0), 1, 1],
      ['go back', three, visited(1), -1, 0],
      ['go round', three, visited(2), 1, 0],
      ['pass over none when one was fixed', three.slice(1), visited(0), 1, 0],
      ['go back from where one was fixed', three.slice(0, 2), visited(2), -1, 1],
      ['follow one that moved', three.toReversed(), visited(0), -1, 1],
    ] as const)('%s', (_, ordered, before, by, place) => expect(nextPlace(ordered, before, by)).toBe(place))

    const at = (field: string, code: FindingCode): Finding => ({ ...finding(code), field })
    const fields = [
      at('company', 'company-required'),
      at('boards[0]', 'board-inactive'),
      at('boards[2]', 'board-unknown'),
      at('owner', 'owner-inactive'),
    ]
    const opened = (place: number) => ({ key: keyOf(fields[place] ?? finding('status-closed')), place })
    it.each([
      ['the setting one is in', null, 'company', 1, 1],
      ['the last of several about it', null, 'boards', 1, 3],
      ['the first of several about it, backwards', null, 'boards', -1, 0],
      ['the one of several that was opened', opened(1), 'boards', 1, 2],
      ['the setting one is in, not the one that was opened', opened(0), 'owner', -1, 2],
      ['what was opened, where nothing is said of the setting one is in', opened(1), 'source', 1, 2],
      ['the beginning, where one is nowhere', null, undefined, 1, 0],
    ] as const)('go on from %s', (_, before, here, by, place) =>
      expect(nextPlace(fields, visitedAt(fields, before, here, by), by)).toBe(place),
    )
  })
})
