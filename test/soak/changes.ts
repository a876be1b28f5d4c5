// What a killed process was in the middle of: changes of many files at once, each round telling which one it is.
import { createSimulator } from '../simulator/simulator.ts'
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { type App, startApp, valuesFor } from '../support/app.ts'
import { targetRelationship } from '../support/relationships.ts'

export type ChangeKind = 'import' | 'move' | 'replace'

export type Change = {
  /** How many relationships one round changes. */
  readonly relationships: number
  /** Makes what the rounds change, once. */
  readonly prepare: (app: App) => Promise<void>
  readonly round: (app: App, number: number) => Promise<void>
  /** Of each relationship, what tells one round from the next. */
  readonly marks: (app: App) => Promise<string[]>
  /** The mark that a round leaves; 0 is the one before the first. */
  readonly markOf: (app: App, number: number) => Promise<string>
}

const connectionsOf = async (app: App): Promise<string[]> =>
  (await app.value('connections:list', {})).map(({ id }) => id)

async function connect(app: App, name: string): Promise<string> {
  const { privateKey } = app.demo.credentials
  return (await app.value('connections:save', { id: null, values: valuesFor(app.demo, name), privateKey })).id
}

async function details(app: App) {
  const summaries = await app.value('relationships:list', {})
  return Promise.all(summaries.map(({ id }) => app.value('relationships:get', { id })))
}

/** Rounds of an import give every relationship of a file another partner. */
const imports: Change = {
  relationships: 20,
  prepare: async (app) => void (await connect(app, 'Acme')),
  round: async (app, number) => {
    const { name, environment, site, companyId } = valuesFor(app.demo, 'Acme')
    const connection = { name, environment, site, companyId }
    const file = Array.from({ length: 20 }, (_, index) =>
      targetRelationship({}, { id: `many-${index}`, partner: `Round ${number}`, connection }),
    )
    const text = exportRelationships(file, new Date('2026-11-23T10:00:00Z'))
    const { importId } = await app.value('files:readImport', { fileName: 'many.json', text })
    await app.value('files:applyImport', { importId, ids: file.map(({ id }) => id) })
  },
  marks: async (app) => (await details(app)).map(({ draft }) => draft.partner),
  markOf: async (_app, number) => `Round ${number}`,
}

/** Rounds of a move bring one relationship to the other connection and back. */
const moves: Change = {
  relationships: 1,
  prepare: async (app) => {
    const connectionId = await connect(app, 'Here')
    await connect(app, 'There')
    const create = { contractName: 'Contoso', partner: 'Contoso', role: 'target', connectionId } as const
    await app.value('relationships:create', create)
  },
  round: async (app, number) => {
    const [stored] = await details(app)
    const connectionId = (await connectionsOf(app))[number % 2] ?? ''
    const baseRevision = stored?.revision.number ?? 0
    await app.value('relationships:move', { id: stored?.id ?? '', connectionId, choices: [], baseRevision })
  },
  marks: async (app) => (await details(app)).map(({ draft }) => draft.connectionId),
  markOf: async (app, number) => (await connectionsOf(app))[number % 2] ?? '',
}

/** The priorities that go round. */
async function priorities(app: App) {
  const [connectionId = ''] = await connectionsOf(app)
  const view = await app.value('reference:get', { target: { connectionId, overrideOf: null } })
  return view?.collections.priorities ?? []
}

/** Rounds of a replacement give every relationship the next priority. */
const replacements: Change = {
  relationships: 20,
  prepare: async (app) => {
    const connectionId = await connect(app, 'Acme')
    await app.value('reference:refresh', { callId: 'r', target: { connectionId, overrideOf: null } })
    const [first] = await priorities(app)
    const priority = first ? { id: first.id, name: first.name ?? '' } : null
    for (let count = 1; count <= 20; count += 1) {
      const create = {
        contractName: `Contract ${count}`,
        partner: 'Contoso',
        role: 'target',
        connectionId,
      } as const
      const { id, draft, revision } = await app.value('relationships:create', create)
      const settings = { ...draft.settings, priority }
      const save = { baseRevision: revision.number, note: '', overrideKey: null }
      await app.value('relationships:save', { id, draft: { ...draft, settings }, ...save })
    }
  },
  round: async (app, number) => {
    const [connectionId = ''] = await connectionsOf(app)
    const known = await priorities(app)
    const [before, after] = [number - 1, number].map((each) => known[each % known.length]?.id ?? 0)
    const rows = (await details(app)).map(({ id, revision }) => ({ id, revision: revision.number }))
    const record = { collection: 'priorities', id: before ?? 0 } as const
    const note = `Round ${number}`
    await app.value('fleet:replace', {
      target: { connectionId, overrideOf: null },
      record,
      withId: after ?? 0,
      rows,
      note,
    })
  },
  marks: async (app) => (await details(app)).map(({ draft }) => String(draft.settings.priority?.id)),
  markOf: async (app, number) => {
    const known = await priorities(app)
    return String(known[number % known.length]?.id)
  },
}

export const changes: Readonly<Record<ChangeKind, Change>> = {
  import: imports,
  move: moves,
  replace: replacements,
}

export const openIn = (folder: string): App => startApp({ folder, demo: createSimulator({ size: 'small' }) })
