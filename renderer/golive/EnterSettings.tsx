// The companion while the published form is filled in by hand: its fields in its order, each value to copy, each with a tick.
import { Button, Checkbox } from '@mantine/core'
import { IconPictureInPictureOn } from '@tabler/icons-react'
import { Fragment, useEffect, useRef, useState } from 'react'
import type { FormRow } from '../../shared/golive/publishedForm.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { relativeTime } from '../ui/words/time.ts'
import { openCompanion } from './onTop.ts'
import classes from './EnterSettings.module.css'
import { entryState, isEntered, keySource, withEntry } from './enteredFields.ts'
import { FieldSections } from './FieldSections.tsx'
import type { StepBodyProps } from './stepBody.ts'
import { moveFocus } from '../ui/behaviour/rowHabits.ts'

type RowProps = Pick<StepBodyProps, 'goLive' | 'change'> & { row: FormRow }

function EntryRow({ row, goLive, change }: RowProps) {
  const { path, label, value, choices, copyable, isSecret } = row
  const state = entryState(goLive, row)
  const before = goLive.entered.find(({ of }) => of === path)
  return (
    <li className={classes.row} data-state={state}>
      <Checkbox
        label={label}
        checked={state === 'done'}
        onChange={({ currentTarget }) => change(withEntry(row, currentTarget.checked))}
      />
      {isSecret || value === '' ? (
        <div className={classes.value}>
          {isSecret ? <span className={classes.hint}>{keySource}</span> : 'Leave blank'}
        </div>
      ) : (
        choices.map((choice) => (
          <Fragment key={`${choice.value} ${choice.ids}`}>
            <div className={classes.value}>
              <bdi>{choice.value}</bdi>
              {choice.ids !== '' && <span className={classes.ids}>{choice.ids}</span>}
            </div>
            {copyable && (
              <CopyButton
                label="Copy"
                name={`Copy ${label}${choices.length > 1 ? `: ${choice.value}` : ''}`}
                text={() => choice.value}
              />
            )}
          </Fragment>
        ))
      )}
      {state === 'stale' && before && (
        <p className={classes.lost}>
          Changed since {relativeTime(before.at)}, was <bdi>{before.for || 'blank'}</bdi>: enter it again
        </p>
      )}
    </li>
  )
}

export function EnterSettings({ form, goLive, change, saved, onDone }: StepBodyProps) {
  const isWhole = form.every((row) => isEntered(goLive, row))
  const section = useRef<HTMLElement>(null)
  const [round, setRound] = useState(0)
  // Entered in the companion, the lists give way to what comes next; not under the hands of whoever ticks here.
  useEffect(() => {
    if (isWhole && !section.current?.querySelector('input:focus')) setRound((before) => before + 1)
  }, [isWhole])
  return (
    <section
      ref={section}
      aria-label="Enter the settings"
      onKeyDown={(event) => moveFocus(event, 'input[type=checkbox]')}
    >
      <div className={classes.head}>
        <h3 className={classes.title}>
          Enter the settings <span>in the order of the service’s web form</span>
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
      <FieldSections key={round} form={form} goLive={goLive} className={classes.section}>
        {(row) => <EntryRow key={row.path} row={row} goLive={goLive} change={change} />}
      </FieldSections>
      {isWhole && (
        <p className={classes.done}>
          All {form.length} are entered. <LinkButton onClick={onDone}>Go on to the next step</LinkButton>
        </p>
      )}
    </section>
  )
}
