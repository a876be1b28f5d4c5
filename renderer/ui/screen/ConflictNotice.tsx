// Something else saved in the meantime: both sides' changes next to each other, merged where they do not collide.
import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type Side, type SideBySide, sideTaken, takenFromMine } from '../../../shared/conflict.ts'
import { Notice } from '../Notice.tsx'
import classes from './ChangesTable.module.css'
import { Segments } from './Segments.tsx'

type ConflictNoticeProps<Path extends string> = {
  title: string
  children: ReactNode
  sides: readonly SideBySide<Path>[]
  labelOf: (path: Path) => string
  wordsOf: (value: unknown) => string
  /** The places to take from this side; the rest becomes what was saved. */
  onMerge: (mine: readonly Path[]) => void
  onTakeTheirs: () => void
}

const columns = ['Before', 'Yours', 'Saved meanwhile', 'After merging'] as const
const sideWords: Record<Side, string> = { mine: 'Yours', theirs: 'Saved' }

export function ConflictNotice<Path extends string>(props: ConflictNoticeProps<Path>) {
  const { title, sides, labelOf, wordsOf, onMerge, onTakeTheirs } = props
  const [chosen, setChosen] = useState<ReadonlyMap<Path, Side>>(new Map())
  return (
    <Notice kind="warning" role="alert" title={title}>
      {props.children}
      <div className={classes.sides}>
        <table className={classes.changes} aria-label="Both changes">
          <thead>
            <tr>
              {['Field', ...columns].map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sides.map((side) => (
              <tr key={side.path}>
                <th scope="row">{labelOf(side.path)}</th>
                {[side.base, side.mine, side.theirs].map((value, index) => (
                  <td key={columns[index]} data-head={columns[index]}>
                    <bdi>{wordsOf(value)}</bdi>
                  </td>
                ))}
                <td data-head={columns[3]}>
                  {side.collides ? (
                    <Segments
                      small
                      aria-label={`Which ${labelOf(side.path)} to keep`}
                      value={sideTaken(side, chosen)}
                      onChange={(value) =>
                        setChosen(new Map([...chosen, [side.path, value === 'theirs' ? 'theirs' : 'mine']]))
                      }
                      data={Object.entries(sideWords).map(([value, label]) => ({ value, label }))}
                    />
                  ) : (
                    sideWords[sideTaken(side, chosen)]
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group gap={8} justify="flex-end" mt={8}>
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          Take what was saved
        </Button>
        <Button size="xs" onClick={() => onMerge(takenFromMine(sides, chosen))}>
          Merge
        </Button>
      </Group>
    </Notice>
  )
}
