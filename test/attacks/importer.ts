// The process that is killed in the middle of imports: each round gives every relationship of a file another partner.
import { createSimulator } from '../simulator/simulator.ts'
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { startApp, valuesFor } from '../support/app.ts'
import { targetRelationship } from '../support/relationships.ts'

/** What it is asked to do. */
export type Importing = { folder: string; relationships: number; firstRound: number }
/** Which round is on its way, and which one is stored. */
export type ToldOfImport = { begun: number } | { stored: number } | 'ready'

const tell = (told: ToldOfImport): void => void process.send?.(told)

async function importOnAndOn({ folder, relationships, firstRound }: Importing): Promise<never> {
  const app = startApp({ folder, demo: createSimulator({ size: 'small' }) })
  const values = valuesFor(app.demo)
  if ((await app.value('connections:list', {})).length === 0)
    await app.value('connections:save', { id: null, values, privateKey: app.demo.credentials.privateKey })
  const { name, environment, site, companyId } = values
  const connection = { name, environment, site, companyId }
  tell('ready')
  for (let round = firstRound; ; round += 1) {
    const file = Array.from({ length: relationships }, (_, index) =>
      targetRelationship({}, { id: `many-${index}`, partner: `Round ${round}`, connection }),
    )
    const text = exportRelationships(file, new Date('2026-11-23T10:00:00Z'))
    const { importId } = await app.value('files:readImport', { fileName: 'many.json', text })
    tell({ begun: round })
    await app.value('files:applyImport', { importId, ids: file.map(({ id }) => id) })
    tell({ stored: round })
  }
}

process.on('message', (task: Importing) => void importOnAndOn(task))
