// All fields of the published form in the companion, section by section; the current one is marked.
import { Checkbox } from '@mantine/core'
import { IconCheck, IconChevronDown, IconChevronRight, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { GoLive } from '../../../shared/golive/goLive.ts'
import type { FormRow } from '../../../shared/golive/publishedForm.ts'
import { type FormSection, sectionTitles } from '../../../shared/relationship/fieldRules.ts'
import { entryState, isEntered, keySource } from '../enteredFields.ts'
import classes from './Companion.module.css'
import type { CurrentField } from './useCurrentField.ts'

const sections = Object.keys(sectionTitles) as FormSection[]

type FieldListProps = { form: readonly FormRow[]; goLive: GoLive; field: CurrentField }

export function FieldList({ form, goLive, field }: FieldListProps) {
  // What is complete is folded when the window opens, not under the hands of whoever ticks its last field.
  const [open, setOpen] = useState<ReadonlySet<FormSection>>(
    () => new Set(form.filter((row) => !isEntered(goLive, row)).map(({ section }) => section)),
  )
  return (
    <div className={classes.list} data-scroller>
      {sections.map((section) => {
        const rows = form.filter((row) => row.section === section)
        if (rows.length === 0) return null
        const done = rows.filter((row) => isEntered(goLive, row)).length
        const isOpen = open.has(section) || field.row?.section === section
        const Chevron = isOpen ? IconChevronDown : IconChevronRight
        return (
          <div key={section}>
            <button
              type="button"
              className={classes.sectionHead}
              aria-expanded={isOpen}
              onClick={() =>
                setOpen((before) => {
                  const others = [...before].filter((each) => each !== section)
                  return new Set(isOpen ? others : [...others, section])
                })
              }
            >
              <Chevron size={15} aria-hidden />
              {sectionTitles[section]}
              <span>
                {done} of {rows.length}
                {done === rows.length && <IconCheck size={14} aria-hidden />}
              </span>
            </button>
            {isOpen && (
              <ul>
                {rows.map((row) => (
                  <Row key={row.path} row={row} index={form.indexOf(row)} goLive={goLive} field={field} />
                ))}
              </ul>
            )}
          </div>
        )
      })}
    </div>
  )
}

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
        <bdi className={classes.short} data-code={(copyable && ids === '') || undefined}>
          {value || 'Leave blank'}
        </bdi>
      )}
      {state === 'stale' && (
        <p className={classes.lost}>
          Changed, was <bdi>{before?.for || 'blank'}</bdi>: enter it again
        </p>
      )}
    </li>
  )
}
