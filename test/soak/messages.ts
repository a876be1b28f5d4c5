// Sends generated messages to every channel and looks at what main makes of them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSimulator } from '../simulator/simulator.ts'
import { createRandom } from '../../main/demo/world/random.ts'
import { type Channel, channels as all } from '../../shared/ipc/channels.ts'
import { contract } from '../../shared/ipc/contract.ts'
import { z } from '../../shared/zod.ts'
import { startApp, valuesFor } from '../support/app.ts'
import { anything, broken, fitting, type JsonSchema } from './generate.ts'

export type Outcome = {
  sent: number
  /** How many of them were understood, whatever came of it. */
  understood: number
  problems: string[]
}

/** They answer when something is wanted from outside the window, or when nobody watches any more. */
const waiting: ReadonlySet<Channel> = new Set<Channel>(['app:nextWish', 'goLive:watch'])
const channels: readonly Channel[] = all.filter((channel) => !waiting.has(channel))

const schemaOf = (channel: Channel): JsonSchema =>
  z.toJSONSchema(contract[channel].input, { io: 'input', unrepresentable: 'any' }) as JsonSchema

/** Sends `count` messages, in floods of `flood` at once; `between` is asked after each flood. */
export async function messages({
  count,
  seed,
  flood,
  between = () => {},
}: {
  count: number
  seed: number
  flood: number
  between?: (sent: number) => void
}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'syncwright-soak-'))
  const random = createRandom(seed)
  const app = startApp({
    folder,
    demo: createSimulator({ size: 'small' }),
    savePath: () => join(folder, 'export.json'),
  })
  const { id: connectionId } = await app.value('connections:save', {
    id: null,
    values: valuesFor(app.demo),
    privateKey: app.demo.credentials.privateKey,
  })
  const create = { contractName: 'Contoso', partner: 'Contoso', role: 'target', connectionId } as const
  const { id } = await app.value('relationships:create', create)
  const schemas = new Map(channels.map((channel) => [channel, schemaOf(channel)]))
  const known = (name: string): readonly string[] => {
    if (name === 'connectionId') return [connectionId, 'gone']
    if (name === 'id' || name === 'ids' || name === 'overrideOf') return [id, connectionId, 'gone']
    // Hosts that exist nowhere: a test of a connection must not look for others.
    if (name === 'site') return ['acme.example.test', 'http://acme.example.test', 'a b', '']
    return []
  }
  let made = 0
  let understood = 0
  const problems: string[] = []

  const sendOne = async (channel: Channel): Promise<void> => {
    const schema = schemas.get(channel) ?? {}
    const kind = random.pick(['fitting', 'broken', 'anything'])
    const good = fitting(schema, channel, { random, known })
    // An id of its own, or most long calls would meet one that is still running.
    if (typeof good === 'object' && good !== null && 'callId' in good)
      Object.assign(good, { callId: `call ${made}` })
    const input =
      kind === 'fitting' ? good : kind === 'broken' ? broken(schema, good, random) : anything(random)
    made += 1
    const valid = contract[channel].input.safeParse(input).success
    const said = `${channel}, message ${made} of seed ${seed} (${kind})`
    try {
      const answer = await app.send(channel, input)
      const code = answer.ok ? 'ok' : answer.error.code
      if (valid) understood += 1
      if (valid === (code === 'invalid-input') && !mayRefuse(channel, code)) problems.push(`${said}: ${code}`)
      if (kind === 'broken' && valid)
        problems.push(`${said}: the schema takes ${JSON.stringify(input).slice(0, 300)}`)
      if (code === 'internal') problems.push(`${said}: ${app.log.at(-1)}`)
    } catch (error) {
      problems.push(`${said}: it threw ${String(error)}`)
    }
  }

  const order = Array.from({ length: count }, (_, index) => channels[index % channels.length] ?? 'app:info')
  for (let at = 0; at < count; at += flood) {
    await Promise.all(order.slice(at, at + flood).map(sendOne))
    app.forget()
    between(Math.min(at + flood, count))
  }
  const list = await app.call('relationships:list', {})
  if (!list.ok) problems.push(`afterwards the list answers ${list.error.code}`)
  rmSync(folder, { recursive: true, force: true })
  return { sent: made, understood, problems }
}

/** Where a handler itself says `invalid-input`: the input has the right shape and asks for what cannot be. */
const mayRefuse = (channel: Channel, code: string): boolean =>
  code === 'invalid-input' && /^(connections|samples|files):/.test(channel)
