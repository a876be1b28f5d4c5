// The top of the preview: which flow, on which tickets, from which day on.
import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Flow } from '../../shared/preview/result/previewResult.ts'
import { flowLabels } from './judging/groups.ts'
import classes from './Preview.module.css'
import { Segments } from '../ui/screen/Segments.tsx'

type PreviewHeadProps = {
  flow: Flow
  onFlow: (flow: Flow) => void
  /** The unsaved changes make a difference in the other flow as well. */
  otherChanges: boolean
  /** Start date as `YYYY-MM-DD`, or empty. */
  since: string
  onSince: (since: string) => void
  /** The menu of samples. */
  children: ReactNode
}

const flows = ['inbound', 'outbound'] as const

export function PreviewHead({ flow, onFlow, otherChanges, since, onSince, children }: PreviewHeadProps) {
  return (
    <>
      <div className={classes.head}>
        <Segments
          small
          aria-label="Flow"
          value={flow}
          onChange={onFlow}
          data={flows.map((each) => ({
            value: each,
            label: (
              <>
                {flowLabels[each]}
                {otherChanges && each !== flow && <i className={classes.flowDot} aria-hidden />}
              </>
            ),
          }))}
        />
        {children}
      </div>
      {flow === 'outbound' && (
        <label className={classes.start}>
          Only tickets changed since
          <TextInput
            type="date"
            size="xs"
            w={140}
            value={since}
            onChange={(event) => onSince(event.currentTarget.value)}
          />
        </label>
      )}
    </>
  )
}
