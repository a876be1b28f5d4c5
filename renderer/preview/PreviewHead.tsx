// The top of the preview: which flow, on which tickets, from which day on, and the way to the wide layout.
import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core'
import { IconArrowLeft, IconArrowsDiagonal } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Flow } from '../../shared/preview/previewResult.ts'
import { Key } from '../ui/Key.tsx'
import classes from './Preview.module.css'
import { LinkButton } from '../ui/LinkButton.tsx'

/** Where this is and how to get back; only in the wide layout. */
export function PreviewCrumbs({ name, onBack }: { name: string; onBack: () => void }) {
  return (
    <div className={classes.crumbs}>
      <LinkButton className={classes.back} onClick={onBack}>
        <IconArrowLeft size={15} aria-hidden />
        Settings
      </LinkButton>
      <span aria-hidden>/</span>
      <h1 className={classes.crumbTitle}>Preview</h1>
      <bdi className={classes.crumbName}>{name}</bdi>
      <span className={classes.crumbHint} aria-hidden>
        <Key>Esc</Key> back to settings
      </span>
    </div>
  )
}

type PreviewHeadProps = {
  flow: Flow
  onFlow: (flow: Flow) => void
  /** Start date as `YYYY-MM-DD`, or empty. */
  since: string
  onSince: (since: string) => void
  wide: boolean
  onToggleWide: () => void
  /** The menu of samples. */
  children: ReactNode
}

export function PreviewHead({
  flow,
  onFlow,
  since,
  onSince,
  wide,
  onToggleWide,
  children,
}: PreviewHeadProps) {
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
        {!wide && (
          <ActionIcon variant="subtle" color="gray" aria-label="Open the preview wide" onClick={onToggleWide}>
            <IconArrowsDiagonal size={17} aria-hidden />
          </ActionIcon>
        )}
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
