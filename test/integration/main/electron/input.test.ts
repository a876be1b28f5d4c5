// What a page may send: anything that is not in the contract is refused, whatever its shape, size and depth.
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { type Channel, channels } from '../../../../shared/ipc/channels.ts'
import { fail } from '../../../../shared/result.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'
import { draft } from '../store/fixtures.ts'
import { senderWith, setUp } from './sender.ts'

/** An object in an object in an object. */
const nested = (depth: number): object => {
  let value = {}
  for (let level = 0; level < depth; level += 1) value = { value, id: value, target: value, callId: value }
  return value
}
const circle: Record<string, unknown> = {}
Object.assign(circle, { id: circle, target: circle, callId: 'x', draft: circle })

describe('input that is not in the contract', () => {
  const hostile: unknown[] = [
    undefined,
    null,
    1,
    'text',
    [],
    () => {},
    { extra: true },
    { callId: 'x'.repeat(1000) },
    JSON.parse('{"__proto__":{"id":"x"}}'),
    'x'.repeat(5_000_000),
    Array.from({ length: 100_000 }, () => ({})),
    nested(20_000),
    circle,
  ]
  test.each(channels)('%s answers invalid-input and calls no handler', async (channel: Channel) => {
    const { answer, handled } = setUp({})
    for (const input of hostile) {
      expect(await answer(channel, senderWith().event, input)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
    }
    expect(handled).toEqual([])
  })

  test('that is larger than any person makes is refused', async () => {
    const { answer, handled } = setUp({})
    const settings = { ...emptySettings(), boards: [{ id: 1, name: 'x'.repeat(9_000_000) }] }
    const sent: [Channel, unknown][] = [
      [
        'relationships:save',
        { id: 'a', draft: draft({ settings }), baseRevision: 1, note: '', overrideKey: null },
      ],
      [
        'relationships:save',
        { id: 'a', draft: draft(), baseRevision: 1, note: 'x'.repeat(1001), overrideKey: null },
      ],
      [
        'files:handover',
        {
          id: 'a',
          format: 'html',
          permissions: [{ right: 'x'.repeat(501), state: 'granted', neededFor: '' }],
        },
      ],
      ['companies:lookup', { target: { connectionId: 'a', overrideOf: null }, ids: Array(1001).fill(1) }],
    ]
    for (const [channel, input] of sent)
      expect(await answer(channel, senderWith().event, input), channel).toMatchObject({
        error: { code: 'invalid-input' },
      })
    expect(handled).toEqual([])
  })

  test('a list that only says how long it is keeps nobody waiting, wherever it is', async () => {
    const { answer, handled, log } = setUp({})
    const list: unknown[] = []
    list.length = 2 ** 32 - 1
    const settings = { ...emptySettings(), boards: structuredClone(list) }
    const sent: [Channel, unknown][] = [
      ['files:export', { ids: list }],
      ['companies:lookup', { target: { connectionId: 'a', overrideOf: null }, ids: list }],
      [
        'relationships:save',
        {
          id: 'a',
          draft: draft({ settings: Object(settings) }),
          baseRevision: 1,
          note: '',
          overrideKey: null,
        },
      ],
      ['app:info', list],
      ['app:info', Object('x'.repeat(200_000_000))],
      ['calls:cancel', { callId: new Map([['callId', list]]) }],
    ]
    for (const [channel, input] of sent)
      expect(await answer(channel, senderWith().event, input), channel).toMatchObject({
        error: { code: 'invalid-input' },
      })
    expect(handled).toEqual([])
    expect(log.lines).toHaveLength(sent.length)
  })

  test('is taken from whichever realm it was copied into', async () => {
    const { answer, handled } = setUp({ 'calls:cancel': () => ({ ok: true, value: {} }) })
    const input: unknown = runInNewContext('({ callId: "x" })')
    expect(await answer('calls:cancel', senderWith().event, input)).toMatchObject({ ok: true })
    expect(handled).toEqual(['calls:cancel'])
  })

  test('cannot reach the prototype of anything', async () => {
    const planted = JSON.parse(
      '{"id":1,"name":"Board","__proto__":{"planted":true},"constructor":{"planted":1}}',
    )
    const settings = { ...emptySettings(), boards: [planted] }
    const seen: unknown[] = []
    const { answer } = setUp({
      'relationships:save': (input) => {
        seen.push(input.draft.settings.boards[0])
        return fail('conflict', 'A sentence.')
      },
    })
    const input = { id: 'a', draft: draft({ settings }), baseRevision: 1, note: '', overrideKey: null }
    await answer('relationships:save', senderWith().event, input)
    expect(seen.map((board) => Object.getPrototypeOf(board))).toEqual([Object.prototype])
    expect(Reflect.get({}, 'planted')).toBeUndefined()
  })

  test('is refused without repeating what it held', async () => {
    const { answer, log } = setUp({})
    const privateKey = 'planted-Private-Key-7f3a'
    const result = await answer('connections:save', senderWith().event, {
      id: null,
      values: { privateKey },
      privateKey: [privateKey],
    })
    expect(JSON.stringify(result)).not.toContain(privateKey)
    expect(log.lines.join('\n')).not.toContain(privateKey)
  })
})
