// A first sync played in the demo organisation and read back as from any ConnectWise: what arrived is what was previewed.
import { expect, test } from 'vitest'
import { refreshReference } from '../../../../../main/connectwise/reference/refresh.ts'
import { fetchTickets } from '../../../../../main/connectwise/tickets/readTickets.ts'
import { createClient } from '../../../../../main/connectwise/transport/client.ts'
import { createDemo, demoNow, demoSite } from '../../../../../main/demo/index.ts'
import { createSyncPlayer } from '../../../../../main/demo/sync/playSync.ts'
import { sourceDraft, targetDraft } from '../../../../../main/services/demo/demoDrafts.ts'
import { landingBoard } from '../../../../../shared/relationship/chosenRecords.ts'
import { xrefOf } from '../../../../../shared/preview/rules/requests.ts'
import { sampleLibrary } from '../../../../../shared/preview/library/library.ts'
import type { Tickets } from '../../../../../shared/preview/sample/tickets.ts'
import type { SyncMistake } from '../../../../../shared/preview/verify/syncMistakes.ts'
import { verifySample } from '../../../../../shared/preview/verify/verify.ts'
import { indexReference } from '../../../../../shared/reference/lookup.ts'
import { effective } from '../../../../../shared/relationship/effective.ts'

const { signal } = new AbortController()
const onProgress = () => {}

async function open() {
  const demo = createDemo()
  const keys = { site: demoSite, ...demo.credentials }
  const methods: string[] = []
  const fetch = (request: Request) => {
    methods.push(request.method)
    return demo.fetch(request)
  }
  const client = createClient({ fetch, keys, allowLoopbackHttp: false })
  const connection = {
    name: 'Demo',
    environment: 'sandbox',
    site: demoSite,
    companyId: keys.companyId,
  } as const
  const read = await refreshReference({ client, connection, previous: null, signal, onProgress })
  if (!read.ok) throw new Error(read.error.message)
  const { snapshot } = read.value
  const reference = indexReference(snapshot)
  const play = createSyncPlayer(demo.world)
  const target = effective('t', targetDraft('demo', snapshot.collections), connection)
  const source = effective('s', sourceDraft('demo', snapshot.collections), connection)
  type Scope = { boards: number[]; ids?: number[]; xrefs?: string[]; since: string | null }
  const actual = async (scope: Scope) => {
    const found = await fetchTickets({ client, limit: 5000, signal, onProgress, ...scope })
    if (!found.ok) throw new Error(found.error.message)
    return found.value.tickets
  }
  const playInbound = async (mistakes: readonly SyncMistake[]) => {
    const tickets = sampleLibrary(target, reference).inbound.map(({ ticket }) => ticket)
    const sample: Tickets = { flow: 'inbound', tickets }
    const { since } = play({ relationship: target, reference, sample, mistakes, now: demoNow })
    const board = landingBoard(target)?.id ?? 0
    const xrefs = tickets.map(({ key }) => xrefOf(key))
    const arrived = await actual({ boards: [board], xrefs, since })
    return verifySample({ relationship: target, reference, sample, actual: arrived, since, wholeBoard: true })
  }
  return { methods, reference, play, source, actual, playInbound }
}

test('every ticket of the sample library is as expected, also when it is played again', async () => {
  const { playInbound, methods } = await open()
  for (let time = 0; time < 2; time += 1) {
    const { rows, extra } = await playInbound([])
    expect(rows.filter(({ state }) => state !== 'as-expected')).toEqual([])
    expect(extra).toEqual([])
  }
  expect(new Set(methods)).toEqual(new Set(['GET']))
})

test('a mistake is seen on the tickets that were read back', async () => {
  const { playInbound } = await open()
  const { rows } = await playInbound(['unselected-notes-sent'])
  const codes = rows.flatMap(({ differences }) => differences.map(({ code }) => code))
  expect(new Set(codes)).toEqual(new Set(['note-not-expected']))
})

test('tickets that landed on another board are found there, and said to be there', async () => {
  const { playInbound, methods } = await open()
  const { rows, summary } = await playInbound(['wrong-board'])
  const codes = rows.flatMap(({ differences }) => differences.map(({ code }) => code))
  expect(new Set(codes)).toEqual(new Set(['board-differs']))
  expect(summary.missing).toBe(0)
  expect(new Set(methods)).toEqual(new Set(['GET']))
})

test('changes to sent tickets are read back by their ids', async () => {
  const { reference, play, source, actual } = await open()
  const [board] = source.role === 'source' ? source.settings.boards : []
  const before = (await actual({ boards: [board?.id ?? 0], since: null })).slice(0, 20)
  const sample: Tickets = { flow: 'outbound', tickets: before }
  const compare = async () =>
    verifySample({
      relationship: source,
      reference,
      sample,
      actual: await actual({ boards: [], ids: before.map(({ id }) => id), since: null }),
      since: null,
    }).summary
  const changed = await compare()
  expect(changed['as-expected'] + changed.differs).toBe(before.length)
  play({ relationship: source, reference, sample, mistakes: [], now: demoNow })
  expect(await compare()).toMatchObject({ 'as-expected': before.length, differs: 0, missing: 0 })
})
