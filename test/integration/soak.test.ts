// The long trials in short: what `npm run soak` does for minutes.
import { expect, test } from 'vitest'
import { draftTrials } from '../soak/draftTrials.ts'
import { kills } from '../soak/kills.ts'
import { messages } from '../soak/messages.ts'

test('a process killed in the middle of saves leaves every relationship at its old or its new revision', async () => {
  expect(await kills('saves', 10)).toEqual([])
})

test('a process killed in the middle of refreshes leaves whole reference data or none', async () => {
  expect(await kills('refreshes', 3)).toEqual([])
})

test('what is typed is there after a kill, a power cut and the end of the session, a second old at most', async () => {
  expect(await draftTrials(3)).toEqual([])
})

test('generated messages to every channel are refused or answered, and nothing invalid is taken', async () => {
  const { sent, understood, problems } = await messages({ count: 500, seed: 11, flood: 50 })
  expect(problems).toEqual([])
  expect(sent).toBe(500)
  expect(understood).toBeGreaterThan(100)
})
