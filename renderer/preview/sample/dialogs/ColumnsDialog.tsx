// Asks what the columns of a foreign sample mean, preset by their names or by what was chosen before.
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { columnsOption } from '../../../../shared/files/sample/columnsOption.ts'
import {
  type Assignment,
  requiredFields,
  type SampleField,
} from '../../../../shared/files/sample/sampleFields.ts'
import { readableRows, type SampleOverview } from '../../../../shared/files/sample/columnsOverview.ts'
import { missingSentence } from '../../../../shared/files/sample/missingSentence.ts'
import type { SampleReading } from '../../../../shared/files/sample/source.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { AsRead } from './AsRead.tsx'
import { ReadAs } from './ReadAs.tsx'
import { ColumnsTable } from './ColumnsTable.tsx'
import classes from './Columns.module.css'
import { presetFor, rememberColumns } from './columnsMemory.ts'
import { countOf, formatCount } from '../../../../shared/text/counts.ts'

type ColumnsDialogProps = {
  fileName: string
  overview: SampleOverview
  /** Reads the file anew; rejects when it is nothing so. */
  onReread: (reading: SampleReading) => Promise<void>
  onUse: (assignment: Assignment) => void
  onClose: () => void
}

/** A column gives one field, and a field comes from one column: what had it before lets it go. */
const assigned = (before: Assignment, column: number, field: SampleField | null): Assignment => ({
  ...Object.fromEntries(Object.entries(before).filter(([, place]) => place !== column)),
  ...(field ? { [field]: column } : {}),
})

const rowsText = (count: number): string => countOf(count, 'row')

/** How many rows will be left out, and which. */
function LeftOut({ overview, readable }: { overview: SampleOverview; readable: number }) {
  const { rows, unreadable, unreadableCount } = overview
  const left = rows - readable
  if (left === 0) return null
  const keyless = left - unreadableCount
  const shown = unreadable.slice(0, 5).map(({ row, reason }) => `Row ${row}: ${reason}`)
  const more =
    unreadableCount > shown.length ? [`And ${formatCount(unreadableCount - shown.length)} more.`] : []
  return (
    <Notice kind="info" title={`${rowsText(left)} ${left === 1 ? 'is' : 'are'} not read.`}>
      {[...shown, ...more, ...(keyless > 0 ? [`${rowsText(keyless)} without a key.`] : [])].join(' ')}
    </Notice>
  )
}

export function ColumnsDialog({ fileName, overview, onReread, onUse, onClose }: ColumnsDialogProps) {
  const names = overview.columns.map(({ name }) => name)
  const [chosen, setChosen] = useState<{ of: SampleOverview; assignment: Assignment } | null>(null)
  // A file that was read anew has other columns.
  const assignment = chosen?.of === overview ? chosen.assignment : presetFor(names)
  const missing = requiredFields.filter((field) => assignment[field] === undefined)
  const readable = readableRows(overview, assignment)
  const command = columnsOption(names, assignment)
  // A press beside the dialog or Escape does not take back what was chosen: it is there again when the file is.
  const close = () => {
    if (chosen) rememberColumns(names, assignment)
    onClose()
  }
  return (
    <Modal opened onClose={close} title="Columns" size={1080}>
      <div className={classes.facts}>
        <bdi className="mono">{fileName}</bdi>
        <span>
          {rowsText(overview.rows)}, {countOf(names.length, 'column')}
        </span>
        <ReadAs overview={overview} onReread={onReread} />
      </div>
      {missing.length === 0 && <LeftOut overview={overview} readable={readable} />}
      <div className={classes.body}>
        <ColumnsTable
          columns={overview.columns}
          assignment={assignment}
          onAssign={(column, field) =>
            setChosen({ of: overview, assignment: assigned(assignment, column, field) })
          }
        />
        <AsRead key={overview.facts.join()} overview={overview} assignment={assignment} />
      </div>
      {missing.length > 0 && (
        <p className={classes.missing} role="status">
          {missingSentence({ columns: names, form: overview.form, entries: null }, missing)}
        </p>
      )}
      <div className={classes.foot}>
        <span>Command line</span>
        <code title={command}>{command}</code>
        <CopyButton label="Copy" name="Copy the option" text={() => command} />
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={missing.length > 0}
          data-autofocus={missing.length === 0 || undefined}
          onClick={() => {
            rememberColumns(names, assignment)
            onUse(assignment)
          }}
        >
          Use these columns
        </Button>
      </div>
    </Modal>
  )
}
