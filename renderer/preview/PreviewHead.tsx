// The top of the preview: which flow, on which tickets, from which day on.
import { SegmentedControl, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Flow } from '../../shared/preview/result/previewResult.ts'
import classes from './Preview.module.css'

type PreviewHeadProps = {
  flow: Flow
  onFlow: (flow: Flow) => void
  /** Start date as `YYYY-MM-DD`, or empty. */
  since: string
  onSince: (since: string) => void
  /** The menu of samples. */
  children: ReactNode
}

export function PreviewHead({ flow, onFlow, since, onSince, children }: PreviewHeadProps) {
  return (
    <>
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label="Flow"
          value={flow}
          onChange={onFlow}
          data={[
            { value: 'inbound', label: 'Inbound' },
            { value: 'outbound', label: 'Outbound' },
          ]}
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
