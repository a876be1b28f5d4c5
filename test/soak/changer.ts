// The process that is killed in the middle of changes: it prepares what is not there yet, then makes one round after the other.
import { type ChangeKind, changes, openIn } from './changes.ts'

/** What it is asked to do. */
export type Changing = { folder: string; kind: ChangeKind; firstRound: number }
/** Which round is on its way, and which one is stored. */
export type ToldOfChange = { begun: number } | { stored: number }

const tell = (told: ToldOfChange): void => void process.send?.(told)

async function changeOnAndOn({ folder, kind, firstRound }: Changing): Promise<never> {
  const app = openIn(folder)
  const { prepare, round } = changes[kind]
  if ((await app.value('connections:list', {})).length === 0) await prepare(app)
  for (let number = firstRound; ; number += 1) {
    tell({ begun: number })
    await round(app, number)
    tell({ stored: number })
  }
}

process.on('message', (task: Changing) => void changeOnAndOn(task))
