// What the rehearsal found: both tests stage by stage, whose keys they are and what each sees, and the two access tables as one.
import { Table } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import {
  accessChangeWords,
  type AccessRow,
  type VisibleCountRow,
} from '../../../shared/connection/compareAccess.ts'
import { stageNames } from '../../../shared/connection/connection.ts'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { areAccepted, comparisonOf, type Rehearsal, verdictOf } from './rehearsal.ts'
import { rightParts, RightName, StateChip } from '../connectionTest/RightParts.tsx'
import { requestOf, RightsHead } from '../connectionTest/RightsHead.tsx'
import classes from '../connectionTest/TestPanel.module.css'
import {
  milliseconds,
  type StageRow,
  stageLabels,
  stageRows,
  type TestRun,
} from '../connectionTest/testRun.ts'
import { StageFailure, StageIcon, stateWords } from '../connectionTest/Waterfall.tsx'
import { TableHead } from '../../ui/screen/TableHead.tsx'

const sides = ['Saved keys', 'New keys'] as const

type RehearsalResultProps = {
  rehearsal: Rehearsal
  /** Both tests have ended, and nothing was changed since. */
  complete: boolean
  /** Swap or keep. */
  children: ReactNode
}

export function RehearsalResult({ rehearsal, complete, children }: RehearsalResultProps) {
  const { saved, fresh } = rehearsal
  const comparison = comparisonOf(rehearsal)
  const verdict = verdictOf(rehearsal, comparison)
  const result = useRef<HTMLDivElement>(null)
  // In a low window the answer lies below the fields that were just left with Enter.
  useEffect(() => {
    if (complete) result.current?.scrollIntoView({ block: 'nearest' })
  }, [complete])
  const tests = saved && <StagesBeside saved={saved} fresh={fresh} />
  if (!complete || !fresh)
    return (
      <>
        {tests}
        {children}
      </>
    )
  return (
    <>
      <div ref={result}>
        <Notice kind={verdict.kind} role="status" title={verdict.title}>
          {verdict.text}
        </Notice>
      </div>
      {children}
      {/* What failed comes before what can only be compared in part. */}
      {!areAccepted(rehearsal) && tests}
      {comparison.access.length > 0 && (
        <div>
          <RightsHead
            title="Rights side by side"
            primary={false}
            request={requestOf(fresh, fresh.result?.permissions ?? [], fresh.about.needs)}
          />
          <AccessTable rows={comparison.access} />
        </div>
      )}
      {comparison.sight.length > 0 && <SightTable rows={comparison.sight} />}
      {areAccepted(rehearsal) && tests}
    </>
  )
}

function StagesBeside({ saved, fresh }: { saved: TestRun; fresh: TestRun | null }) {
  const runs = [saved, fresh].map((run) => (run ? stageRows(run) : []))
  const errors = [saved, fresh].map((run) => (run?.error?.code === 'cancelled' ? null : (run?.error ?? null)))
  return (
    <div>
      <h3 className={classes.title}>Tests</h3>
      <div className={classes.table} aria-busy={saved.running || fresh?.running}>
        <Table verticalSpacing={4} horizontalSpacing={12} aria-label="Stages of both tests">
          <TableHead titles={['Stage', ...sides]} />
          <Table.Tbody>
            {stageNames.map((name) => (
              <Table.Tr key={name}>
                <Table.Td>{stageLabels[name]}</Table.Td>
                {sides.map((side, index) => (
                  <Table.Td key={side}>
                    <StageCell row={runs[index]?.find((row) => row.name === name)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {sides.map((side, index) => (
          <div key={side}>
            {runs[index]
              ?.filter(({ state }) => state === 'failed')
              .map((row) => (
                <StageFailure key={row.name} row={row} of={`${side}, ${stageLabels[row.name]}`} />
              ))}
            {errors[index] && (
              <Notice kind="error" role="alert" title={`${side}: ${errors[index].message}`}>
                {errors[index].next}
              </Notice>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

function StageCell({ row }: { row: StageRow | undefined }) {
  const state = row?.state ?? 'waiting'
  return (
    <span className={classes.cell}>
      <StageIcon state={state} />
      {stateWords[state]}
      {row?.ms != null && <span className={classes.grey}>{milliseconds(row.ms)}</span>}
    </span>
  )
}

function SightTable({ rows }: { rows: readonly VisibleCountRow[] }) {
  return (
    <div>
      <h3 className={classes.title}>What each sees</h3>
      <div className={classes.table}>
        <Table verticalSpacing={4} horizontalSpacing={12} aria-label="What each sees">
          <TableHead titles={['Seen', ...sides, 'Difference']} />
          <Table.Tbody>
            {rows.map(({ what, saved, fresh, change, fewer }) => (
              <Table.Tr key={what}>
                <Table.Td className={classes.list ?? ''}>{what}</Table.Td>
                <Table.Td>{saved}</Table.Td>
                <Table.Td>{fresh}</Table.Td>
                <Table.Td>{fewer ? <Chip tone="warn">{change}</Chip> : change}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  )
}

const tones: Record<AccessRow['change'], Tone | null> = {
  lose: 'err',
  mayLose: 'warn',
  gain: 'ok',
  mayGain: 'info',
  unknown: 'info',
  same: null,
}

function AccessTable({ rows }: { rows: readonly AccessRow[] }) {
  return (
    <>
      <div className={classes.table}>
        <Table verticalSpacing={4} horizontalSpacing={12} aria-label="Rights side by side">
          <TableHead titles={['Module > Function > Level', ...sides, 'Difference']} />
          <Table.Tbody>
            {rows.map(({ right, neededFor, saved, fresh, change }) => {
              const tone = tones[change]
              const words = accessChangeWords[change]
              const { level } = rightParts(right)
              return (
                <Table.Tr key={`${right} ${neededFor}`}>
                  <Table.Td className={classes.wrapping ?? ''}>
                    <RightName right={right} /> {level && `> ${level}`}
                    <small className={classes.purpose}>{neededFor}</small>
                  </Table.Td>
                  {[saved, fresh].map((state, index) => (
                    <Table.Td key={sides[index]}>
                      {state ? <StateChip state={state} /> : 'not reached'}
                    </Table.Td>
                  ))}
                  <Table.Td>{tone ? <Chip tone={tone}>{words}</Chip> : words}</Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
      {rows.some(({ change }) => change === 'mayLose' || change === 'mayGain') && (
        <p className={classes.note}>
          “May” stands where one side cannot be proven without writing, and Syncwright never writes.
        </p>
      )}
    </>
  )
}
