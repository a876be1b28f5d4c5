// Each board stands for itself: one whose statuses may not be read is named, and the others are read.
import { describe, expect, it } from 'vitest'
import { json, text } from '../fakes.ts'
import { named, type Odd, oddServer, pathOf } from '../lists/oddServer.ts'

const refused = () =>
  json(
    { code: 'Security', message: 'You do not have security permission to perform this action.' },
    { status: 403 },
  )

/** Statuses of some boards answer so, under both of their paths. */
const boardsAnswer = (boards: readonly number[], answer: () => Response): Odd => ({
  answer: (asked) => {
    const board = Number(/\/service\/boards\/(\d+)\/statuses/.exec(pathOf(asked))?.[1])
    return boards.includes(board) ? answer() : undefined
  },
})
const boardsOf = (statuses: readonly { board?: { id: number } | null | undefined }[] = []) => [
  ...new Set(statuses.map(({ board }) => board?.id)),
]

it('the board with the most statuses is asked for their end beside the last ones, not after them', async () => {
  const boards = 40
  let ask = () => {}
  const askedOn = new Promise<void>((resolve) => (ask = resolve))
  const server = oddServer({
    lists: {
      '/service/boards': named(boards),
      ...Object.fromEntries(
        named(boards).map((_board, at) => [
          `/service/boards/${at + 1}/statuses`,
          named(at === 6 ? 9 : 4, at * 10 + 1),
        ]),
      ),
    },
    answer: (asked) => {
      if (pathOf(asked) === '/service/boards/7/statuses' && asked.query.get('page') === '2') ask()
      if (pathOf(asked) !== `/service/boards/${boards}/statuses`) return undefined
      return askedOn.then(() => json(named(4, 391)))
    },
  })
  const { snapshot } = await server.read()
  expect(snapshot.partial).toBeUndefined()
  expect(snapshot.collections.statuses).toHaveLength(4 * boards + 5)
})

describe('the statuses of', () => {
  it.each([
    ['the first board', [1]],
    ['a later board', [2]],
    ['all boards but one', [1, 2]],
  ])('%s may not be read: it is named, the others are there', async (_title, boards) => {
    const { snapshot, problems } = await oddServer(boardsAnswer(boards, refused)).read()
    expect(snapshot.partial).toBeUndefined()
    expect(snapshot.unreadBoards).toEqual(boards)
    expect(boardsOf(snapshot.collections.statuses)).toEqual([1, 2, 3].filter((id) => !boards.includes(id)))
    expect(problems).toMatchObject([{ collection: 'statuses' }])
    expect(problems[0]?.message).toContain(boards.map((id) => `Row ${id}`).join(', '))
    expect(problems[0]?.next).not.toContain('Inquire = All')
  })

  it('no board may be read: then the right is missing', async () => {
    const { snapshot, problems } = await oddServer(boardsAnswer([1, 2, 3], refused)).read()
    expect(snapshot.partial).toEqual(['statuses'])
    expect(snapshot.unreadBoards).toBeUndefined()
    expect(problems).toMatchObject([{ collection: 'statuses' }])
    expect(problems[0]?.next).toContain('System > Table Setup > Inquire = All')
  })

  it('a board that is gone are none, and no reason to say anything', async () => {
    const gone = () => json({ code: 'NotFound', message: 'Board 2 not found' }, { status: 404 })
    const { snapshot, problems } = await oddServer(boardsAnswer([2], gone)).read()
    expect(boardsOf(snapshot.collections.statuses)).toEqual([1, 3])
    expect([snapshot.partial, snapshot.unreadBoards, problems]).toEqual([undefined, undefined, []])
  })

  it('one board come damaged: the others are read, and the list is marked', async () => {
    const { snapshot } = await oddServer(boardsAnswer([1], () => text('[{"id":'))).read()
    expect(boardsOf(snapshot.collections.statuses)).toEqual([2, 3])
    expect(snapshot.partial).toEqual(['statuses'])
  })

  it('a board that may not be read any more stay as they were', async () => {
    const { snapshot } = await oddServer().read()
    const { snapshot: later } = await oddServer(boardsAnswer([3], refused)).read(snapshot)
    expect(later.collections.statuses).toEqual(snapshot.collections.statuses)
    expect(later.unreadBoards).toEqual([3])
  })

  it('boards known from before are read although the list of boards is refused', async () => {
    const { snapshot } = await oddServer().read()
    const server = oddServer({
      lists: { '/service/boards/2/statuses': named(9, 20) },
      answer: (asked) =>
        /^\/service\/(info\/)?boards(\/count)?$/.test(pathOf(asked)) ? refused() : undefined,
    })
    const { snapshot: later } = await server.read({ ...snapshot, partial: ['statuses'] })
    expect(later.collections.boards).toEqual(snapshot.collections.boards)
    expect(later.collections.statuses).toHaveLength(4 + 9 + 4)
    expect(later.partial).toEqual(['boards', 'statuses'])
  })
})

describe('ticket custom fields', () => {
  const field = (id: number, screenId?: string) => ({
    id,
    caption: `Field ${id}`,
    fieldTypeIdentifier: 'Checkbox',
    ...(screenId && { screenId }),
  })
  const unknownName = (asked: Parameters<typeof pathOf>[0]) =>
    pathOf(asked).startsWith('/system/userDefinedFields') &&
    (asked.query.get('conditions') ?? '').includes('screenId')
      ? json({ code: 'ApiFindCondition', message: 'screenId is not a recognized name.' }, { status: 400 })
      : undefined
  const definitions = '/system/userDefinedFields'

  it('of other screens are left out where a server ignores the filter', async () => {
    const lists = { [definitions]: [field(1, 'co100'), field(2, 'sr100'), field(3, 'SR100')] }
    const { snapshot } = await oddServer({ lists }).read()
    expect(snapshot.collections.customFields?.map(({ id }) => id)).toEqual([2, 3])
    expect(snapshot.collections.customFields?.[0]).not.toHaveProperty('screen')
  })

  it('behind a firewall are told as that, and not as a matter of the role', async () => {
    const { problems } = await oddServer({
      answer: (asked) =>
        /userDefinedFields|tickets/.test(pathOf(asked))
          ? text('<html><title>Request blocked</title></html>', 403)
          : undefined,
    }).read()
    expect(problems[0]?.message).toContain('refuses the call for ticket custom fields: “Request blocked”')
  })

  it('come from any ticket where the release does not know screens', async () => {
    const lists = {
      [definitions]: [field(1), field(2)],
      '/service/tickets': [{ id: 7, customFields: [{ id: 2, caption: 'Field 2', type: 'Checkbox' }] }],
    }
    const { snapshot } = await oddServer({ lists, answer: unknownName }).read()
    expect(snapshot.collections.customFields).toMatchObject([{ id: 2, fieldTypeIdentifier: 'Checkbox' }])
    expect(snapshot.partial).toBeUndefined()
  })

  it.each([
    ['no ticket is visible', undefined, 'no ticket is visible that would list them'],
    ['tickets may not be read', refused, 'does not show the tickets that would list them'],
  ])('are not known where %s, for the true reason', async (_title, tickets, words) => {
    const server = oddServer({
      lists: { [definitions]: [field(1)] },
      answer: (asked) =>
        unknownName(asked) ?? (pathOf(asked) === '/service/tickets' ? tickets?.() : undefined),
    })
    const { snapshot, problems } = await server.read()
    expect(snapshot.partial).toEqual(['customFields'])
    expect(problems[0]?.message).toContain(words)
    expect(problems[0]?.next).not.toContain('Nothing to do')
  })
})

it('a status id that two boards give is that of the first one, and the others are said', async () => {
  const lists = { '/service/boards/2/statuses': named(4, 10) }
  const { snapshot, problems } = await oddServer({ lists }).read()
  expect(new Set(boardsOf(snapshot.collections.statuses))).toEqual(new Set([1, 3]))
  expect(problems).toMatchObject([{ collection: 'statuses' }])
  expect(problems[0]?.message).toMatch(/^4 of the statuses came without a usable id/)
})
