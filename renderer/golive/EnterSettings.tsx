// The companion while the published form is filled in by hand: its fields in its order, each value to copy, each with a tick.
import { Button, Checkbox } from '@mantine/core'
import { IconCheck, IconChevronDown, IconChevronRight, IconPictureInPictureOn } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import type { FormRow } from '../../shared/golive/publishedForm.ts'
import { type FormSection, sectionTitles } from '../../shared/relationship/fieldRules.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { relativeTime } from '../ui/words/time.ts'
import { openCompanion } from './onTop.ts'
import classes from './EnterSettings.module.css'
import { entryState, isEntered, keySource, withEntry } from './enteredFields.ts'
import type { StepBodyProps } from './stepBody.ts'

const sections = Object.keys(sectionTitles) as FormSection[]

type RowProps = Pick<StepBodyProps, 'goLive' | 'change'> & { row: FormRow }

function EntryRow({ row, goLive, change }: RowProps) {
  const { path, label, value, ids, copyable, isSecret } = row
  const state = entryState(goLive, row)
  const before = goLive.entered.find(({ of }) => of === path)
  return (
    <li className={classes.row} data-state={state}>
      <Checkbox
        label={label}
        checked={state === 'done'}
        onChange={({ currentTarget }) => change(withEntry(row, currentTarget.checked))}
      />
      <div className={classes.value}>
        {isSecret ? <span className={classes.hint}>{keySource}</span> : <bdi>{value || 'Leave blank'}</bdi>}
        {ids !== '' && <span className={classes.ids}>{ids}</span>}
        {state === 'stale' && before && (
          <span className={classes.lost}>
            Changed since {relativeTime(before.at)}, was <bdi>{before.for || 'blank'}</bdi>: enter it again
          </span>
        )}
      </div>
      {copyable && <CopyButton label="Copy" name={`Copy ${label}`} text={() => value} />}
    </li>
  )
}

/** Arrow keys move between the ticks, as in the form beside it. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by) return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const at = boxes.findIndex((box) => box === document.activeElement)
  if (at < 0) return
  event.preventDefault()
  boxes[at + by]?.focus()
}

export function EnterSettings({ form, goLive, change, saved }: StepBodyProps) {
  const isDone = (row: FormRow) => isEntered(goLive, row)
  // What is complete is folded when the step is opened, not under the hands of whoever ticks the last field.
  const [open, setOpen] = useState<ReadonlySet<FormSection>>(
    () => new Set(form.filter((row) => !isDone(row)).map(({ section }) => section)),
  )
  const toggle = (section: FormSection) =>
    setOpen(new Set(open.has(section) ? [...open].filter((other) => other !== section) : [...open, section]))
  return (
    <section aria-label="Enter the settings" onKeyDown={moveFocus}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          Enter the settings <span>in the order of the published form</span>
        </h3>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPictureInPictureOn size={15} aria-hidden />}
          onClick={() => openCompanion(saved.id)}
        >
          Keep on top
        </Button>
      </div>
      {sections.map((section) => {
        const rows = form.filter((row) => row.section === section)
        const done = rows.filter(isDone).length
        const isOpen = open.has(section)
        const Chevron = isOpen ? IconChevronDown : IconChevronRight
        return (
          rows.length > 0 && (
            <div key={section} className={classes.section}>
              <button
                type="button"
                className={classes.sectionHead}
                aria-expanded={isOpen}
                onClick={() => toggle(section)}
              >
                <Chevron size={15} aria-hidden />
                {sectionTitles[section]}
                <span>
                  {done} of {rows.length} entered{' '}
                  {done === rows.length && <IconCheck size={14} aria-hidden />}
                </span>
              </button>
              {isOpen && (
                <ul className={classes.rows}>
                  {rows.map((row) => (
                    <EntryRow key={row.path} row={row} goLive={goLive} change={change} />
                  ))}
                </ul>
              )}
            </div>
          )
        )
      })}
    </section>
  )
}
