// A row of a foreign sample as it would be read, to leaf through before its columns are used.
import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { type Assignment, fieldLabels } from '../../../../shared/files/sample/sampleFields.ts'
import { fieldsOfRow, type SampleOverview } from '../../../../shared/files/sample/columnsOverview.ts'
import classes from './Columns.module.css'
import { formatCount } from '../../../../shared/text/counts.ts'

export function AsRead({ overview, assignment }: { overview: SampleOverview; assignment: Assignment }) {
  const [at, setAt] = useState(0)
  const { first } = overview
  const fields = fieldsOfRow(first[at] ?? [], assignment)
  return (
    <section className={classes.card} aria-label="As it would be read">
      <div className={classes.cardHead}>
        <h3>As it would be read</h3>
        <span>{first.length === 0 ? 'no row' : `${at + 1} of ${formatCount(first.length)}`}</span>
        <ActionIcon
          variant="subtle"
          size="sm"
          aria-label="Previous row"
          disabled={at === 0}
          onClick={() => setAt(at - 1)}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size="sm"
          aria-label="Next row"
          disabled={at + 1 >= first.length}
          onClick={() => setAt(at + 1)}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </div>
      <dl>
        {fields.map(({ field, text }) => (
          <div key={field}>
            <dt>{fieldLabels[field]}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
        {fields.length === 0 && <p>Nothing of this row is used.</p>}
      </dl>
      {overview.form === 'table' && (
        <p className={classes.note}>
          A table holds no comments, attachments or time entries. Times without a zone count as UTC.
        </p>
      )}
    </section>
  )
}
