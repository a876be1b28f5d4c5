// What support needs to know about this installation, as one text: versions, places, counts, the end of the log.
import { arch, homedir, release } from 'node:os'
import { demoConnectionId } from './demo/demoOrganisation.ts'
import type { AppServices } from './services.ts'
import { connectionKey } from './apiTargets.ts'

const versions = (): string =>
  ['electron', 'chrome', 'node']
    .flatMap((name) => {
      const version = process.versions[name]
      return version === undefined ? [] : [`${name} ${version}`]
    })
    .join(', ')

/**
 * A home folder carries its owner's name, which support does not need. Windows writes it otherwise in quotes and addresses,
 * and in whatever case somebody typed; addresses write a blank or an accent as a code.
 */
export function withoutHomeFolder(text: string, home: string): string {
  if (home.length < 2) return text
  const slashed = home.replaceAll('\\', '/')
  const spellings = [home.replaceAll('\\', '\\\\'), home, encodeURI(slashed.toWellFormed()), slashed]
  const literal = spellings.map((spelling) => spelling.replace(/[^\p{L}\p{N}]/gu, '\\$&'))
  return text.replace(new RegExp(literal.join('|'), 'gi'), '~')
}

/** Counts instead of names: what the connections and relationships are called is nobody else's business. */
export async function diagnosticsText(parts: AppServices): Promise<string> {
  const { about, vault, connections, relationships, readiness } = parts
  const { keystore, keystoreName } = await vault.keystore()
  const own = connections.list().filter(({ id }) => id !== demoConnectionId)
  const keys = await Promise.all(own.map((connection) => vault.state(connectionKey(connection))))
  const stored = relationships.list()
  const look = readiness.look()
  let ready = 0
  for (const relationship of stored) if ((await readiness.of(relationship, look)).ready) ready += 1
  const lines = [
    `Syncwright ${about.version}`,
    `System: ${process.platform} ${release()} ${arch()}`,
    `Versions: ${versions()}`,
    `Keystore: ${keystore === 'system' ? keystoreName : 'none, keys are kept in memory'}`,
    `Data folder: ${about.dataFolder}`,
    `Connections: ${own.length}, keys needed: ${keys.filter((state) => state === 'needed').length}`,
    `Relationships: ${stored.length}, ready: ${ready}, revisions: ${stored.reduce((sum, { revisions }) => sum + revisions.length, 0)}`,
    ...parts.notices().map((notice) => `Notice: ${notice}`),
    '',
    'End of the log:',
    ...parts.recentLog(),
  ]
  return withoutHomeFolder(lines.join('\n'), homedir())
}
