// All fields of the published form in the companion, section by section; the current one is marked.
import { Checkbox } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { GoLive } from '../../../shared/golive/goLive.ts'
import type { FormRow } from '../../../shared/golive/publishedForm.ts'
import { entryState, keySource } from '../enteredFields.ts'
import { FieldSections } from '../FieldSections.tsx'
import classes from './Companion.module.css'
import type { CurrentField } from './useCurrentField.ts'

type FieldListProps = { form: readonly FormRow[]; goLive: GoLive; field: CurrentField }

export const FieldList = ({ form, goLive, field }: FieldListProps) => (
  <div className={classes.list} data-scroller>
    <FieldSections form={form} goLive={goLive} current={field.row?.section}>
      {(row) => <Row key={row.path} row={row} index={form.indexOf(row)} goLive={goLive} field={field} />}
    </FieldSections>
  </div>
)

type RowProps = { row: FormRow; index: number; goLive: GoLive; field: CurrentField }

function Row({ row, index, goLive, field }: RowProps) {
  const { path, label, value, ids, copyable, isSecret } = row
  const state = entryState(goLive, row)
  const before = goLive.entered.find(({ of }) => of === path)
  return (
    <li
      data-state={state}
      data-current={index === field.index || undefined}
      onFocusCapture={() => index !== field.index && field.choose(index)}
    >
      <Checkbox
        ref={field.holdBox(path)}
        size="xs"
        label={
          <>
            {isSecret && <IconLock size={13} aria-hidden />} {label}
          </>
        }
        checked={state === 'done'}
        onChange={({ currentTarget }) => field.tick(row, currentTarget.checked)}
      />
      {isSecret ? (
        <p className={classes.hint}>{keySource}</p>
      ) : (
        <p
          className={classes.short}
          title={[value, ids].filter(Boolean).join(' · ')}
          data-code={(copyable && ids === '') || undefined}
        >
          <bdi>{value || 'Leave blank'}</bdi> {ids !== '' && <bdi className={classes.ids}>{ids}</bdi>}
        </p>
      )}
      {state === 'stale' && (
        <p className={classes.lost}>
          Changed, was <bdi>{before?.for || 'blank'}</bdi>: enter it again
        </p>
      )}
    </li>
  )
}
