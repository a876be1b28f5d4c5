// The warnings to read: a tick belongs to the warning, its field and its sentence.
import { Checkbox } from '@mantine/core'
import { tickState, withTick } from '../../shared/golive/goLive.ts'
import { warningKey } from '../../shared/golive/steps.ts'
import classes from './GoLive.module.css'
import type { StepBodyProps } from './stepBody.ts'

export function ReadFindings({ findings, goLive, change }: StepBodyProps) {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  if (errors.length + warnings.length === 0)
    return (
      <p className={classes.hint}>
        {findings.length === 0
          ? 'Nothing was found.'
          : 'No warnings. What stands in Findings is for information.'}
      </p>
    )
  return (
    <>
      {errors.length > 0 && (
        <p className={classes.hint}>
          {errors.length === 1 ? 'An error has' : `${errors.length} errors have`} to be mended first; the tab
          Findings leads there.
        </p>
      )}
      {warnings.map((finding) => {
        const of = warningKey(finding)
        return (
          <Checkbox
            key={of}
            label={finding.message}
            description={finding.code}
            checked={tickState(goLive.read, of, finding.message) === 'done'}
            onChange={({ currentTarget }) => {
              const tick = { of, for: finding.message, at: new Date().toISOString() }
              const ticked = currentTarget.checked
              change((before) => ({ ...before, read: withTick(before.read, tick, ticked) }))
            }}
          />
        )
      })}
    </>
  )
}
