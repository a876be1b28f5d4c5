// Keys that stop working while lists are read: that is what is said, and nothing saved is lost.
import { describe, expect, it } from 'vitest'
import { json } from '../fakes.ts'
import { oddServer, pathOf } from '../lists/oddServer.ts'

const unauthorised = () =>
  json({ code: 'Unauthorized', message: 'You are not authorized to view the resource.' }, { status: 401 })
const revokedAfter = (answers: number) => ({
  answer: (_asked: unknown, turn: number) => (turn > answers ? unauthorised() : undefined),
})

describe('keys that are refused from some answer on', () => {
  it.each([1, 4, 8, 13])('leave the lists of before as they were: %i', async (answers) => {
    const { snapshot } = await oddServer().read()
    const server = oddServer(revokedAfter(answers))
    const { snapshot: later, problems } = await server.read({ ...snapshot, partial: ['companies'] })
    expect(later.collections).toEqual(snapshot.collections)
    expect(problems.length).toBeGreaterThan(0)
    for (const { message } of problems)
      expect(message).toMatch(/accepted these keys at first|keys were not accepted/)
  })

  it('keep what a first refresh has read', async () => {
    const { snapshot } = await oddServer(revokedAfter(10)).read()
    expect(snapshot.collections.companies).toHaveLength(1000)
    expect(snapshot.collections.priorities).toHaveLength(4)
    expect(snapshot.partial).toEqual(expect.arrayContaining(['companies', 'statuses']))
  })
})

it('one list that refuses the caller says nothing about the keys', async () => {
  const { snapshot, problems } = await oddServer({
    answer: (asked) => (pathOf(asked).startsWith('/time/workRoles') ? unauthorised() : undefined),
  }).read()
  expect(snapshot.partial).toEqual(['workRoles'])
  expect(problems).toMatchObject([{ collection: 'workRoles' }])
  expect(problems[0]?.message).toContain('does not allow reading work roles')
})

it('a proxy that begins to ask for a login of its own is not taken for a refusal of the keys', async () => {
  const { snapshot } = await oddServer().read()
  const login = () =>
    new Response('Access is denied.', { status: 401, headers: { 'www-authenticate': 'Negotiate, NTLM' } })
  const { problems } = await oddServer({
    answer: (_asked, turn) => (turn > 6 ? login() : undefined),
  }).read({ ...snapshot, partial: ['companies'] })
  expect(problems.length).toBeGreaterThan(0)
  for (const { message } of problems) expect(message).toContain('asks for a login of its own')
})
