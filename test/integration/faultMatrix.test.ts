// Every fault of the demo ConnectWise under every operation that reads from it: a code within the limit, and the app works on.
import { describe, expect, test } from 'vitest'
import { type FaultName, faultNames, isFaultName } from '../simulator/faults/catalogue.ts'
import { createSimulator } from '../simulator/simulator.ts'
import { errorCodes } from '../../shared/result.ts'
import { timed, useFastClock } from '../support/fastClock.ts'
import { type App, startApp, valuesFor } from './main/handlers/app.ts'

const needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: true } as const

/** Milliseconds a stage of a test may take, and a tick of the fake clock on top. */
const stageLimit = 10_000
const tick = 100

/** Reading in the background is patient: what it may take is what the pauses it was asked for add up to. */
const readLimit = 30 * 60_000

async function connected() {
  // Its minute of throttling passes with the fake clock.
  const app = startApp({ demo: createSimulator({ size: 'small', now: () => new Date() }) })
  const { privateKey } = app.demo.credentials
  const { id } = await app.value('connections:save', { id: null, values: valuesFor(app.demo), privateKey })
  return { app, target: { connectionId: id, overrideOf: null } }
}

type Target = { connectionId: string; overrideOf: null }

async function testConnection(app: App, target: Target) {
  const { name: _name, environment: _environment, ...credentials } = valuesFor(app.demo)
  const call = app.call('connections:test', { callId: 't', credentials, privateKey: null, target, needs })
  const { value } = await timed(call, 7 * (stageLimit + tick) + tick)
  if (value.ok) {
    const slow = value.value.stages.filter(({ ms }) => ms > stageLimit + tick)
    expect(slow.map(({ stage, ms }) => `${stage} took ${ms} ms`)).toEqual([])
  }
  return value
}
const refresh = async (app: App, target: Target) =>
  (await timed(app.call('reference:refresh', { callId: 'r', target }), readLimit)).value
const readTickets = async (app: App, target: Target) => {
  const input = { callId: 's', target, boards: [], since: null, limit: 20 }
  return (await timed(app.call('samples:read', input), readLimit)).value
}

/** What is saved of the lists, without what a partial read may mark. */
async function savedLists(app: App, target: Target) {
  const saved = await app.value('reference:get', { target })
  return saved && { collections: saved.collections, companies: saved.counts.companies }
}

/** Under these ConnectWise truly says something else than before, and is believed. */
const truths: Partial<Record<FaultName, string>> = {
  'my-table-setup': 'the role sees no setup table of its own',
}

describe('a ConnectWise with the fault', () => {
  useFastClock()

  test.each(faultNames.filter(isFaultName))(
    '%s is told with a code, and the app works on',
    async (fault: FaultName) => {
      const { app, target } = await connected()
      await refresh(app, target)
      const before = await savedLists(app, target)
      app.demo.faults.add(fault)
      for (const operation of [testConnection, refresh, readTickets]) {
        const answer = await operation(app, target)
        const code = answer.ok ? 'ok' : answer.error.code
        expect(['ok', ...errorCodes.filter((each) => each !== 'internal')], operation.name).toContain(code)
        if (!answer.ok) expect(answer.error.message, operation.name).toMatch(/^\S.+\.$/)
      }
      if (!truths[fault]) expect(await savedLists(app, target)).toEqual(before)
      app.demo.faults.delete(fault)
      expect(await refresh(app, target)).toMatchObject({ ok: true, value: { partial: [] } })
      expect(await readTickets(app, target)).toMatchObject({ ok: true })
      expect(app.log.filter((line) => line.includes('failed'))).toEqual([])
    },
  )
})
