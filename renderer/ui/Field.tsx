// The one field row: label, required mark, control, changed or origin line, help, reset. No screen lays out a field by hand.
import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type ReactNode, useCallback, useId, useRef } from 'react'
import { useFocusHeir } from './behaviour/useFocusHeir.ts'
import classes from './Field.module.css'
import { FieldTextsContext } from './fieldInput.tsx'
import { SeverityIcon } from './SeverityIcon.tsx'

/** What a control inside a field must carry so that label, help and problem are announced with it. */
export type FieldIds = {
  id: string
  'aria-labelledby': string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
  /** Of one control: a group has no such mark, its help says it. */
  'aria-required'?: true | undefined
  autoFocus?: boolean
}

export type FieldProblem = {
  severity: 'error' | 'warning' | 'info'
  message: string
  next?: string
  /** The field shows it by itself, as an empty one does: only what to do is written, both are read out. */
  evident?: boolean
}

type FieldProps = {
  label: string
  /** Path of the setting: where a finding's link lands. */
  path?: string
  required?: boolean
  /** Nested behind a gate: indented with a hairline. */
  nested?: boolean
  help?: ReactNode
  problems?: readonly FieldProblem[]
  /** What the saved revision holds, when the draft differs. */
  changedFrom?: string | undefined
  /** The saved revision holds nothing there: the mark at the edge is enough, and the words are read out alone. */
  isFirst?: boolean
  onReset?: (() => void) | undefined
  /** What the form did by itself ("Status cleared: Escalations has none of that name"). */
  note?: string | undefined
  /** The control is a group (checkboxes), not one labelled element. */
  group?: boolean
  children: (ids: FieldIds) => ReactNode
}

const boxes = 'input, textarea, select'

/** A row of the form; `children` receives the ids that tie the control to its label and texts. */
export function Field(props: FieldProps) {
  const { label, path, required, nested, help, problems = [], changedFrom, onReset, note, group } = props
  const base = useId()
  const ids = {
    control: `${base}-control`,
    label: `${base}-label`,
    text: `${base}-text`,
  }
  const changed = changedFrom !== undefined
  const worst = problems[0]?.severity
  const invalid = worst === 'error'
  const describedBy = problems.length > 0 || changed || help || note ? ids.text : undefined
  return (
    <div
      className={classes.row}
      data-nested={nested || undefined}
      data-changed={changed || undefined}
      data-severity={worst}
      data-path={path}
    >
      <div className={classes.labelCell}>
        {group ? (
          <span id={ids.label} className={classes.label}>
            {label}
          </span>
        ) : (
          <label id={ids.label} htmlFor={ids.control} className={classes.label}>
            {label}
          </label>
        )}
        {required && (
          <span className={classes.required} aria-hidden>
            *
          </span>
        )}
      </div>
      <div className={classes.controlCell}>
        <FieldTextsContext value={{ describedBy, invalid }}>
          {props.children({
            id: ids.control,
            'aria-labelledby': ids.label,
            'aria-describedby': describedBy,
            'aria-invalid': invalid,
            'aria-required': (required && !group) || undefined,
          })}
        </FieldTextsContext>
        <div id={ids.text} className={classes.texts}>
          <FieldTexts {...props} problems={problems} />
        </div>
      </div>
      <div className={classes.resetCell}>
        {changed && onReset && <ResetButton label={ids.label} control={ids.control} onReset={onReset} />}
      </div>
    </div>
  )
}

/** What is said below a control, the gravest first. */
function FieldTexts({
  problems,
  note,
  changedFrom,
  isFirst,
  help,
}: Pick<FieldProps, 'note' | 'changedFrom' | 'isFirst' | 'help'> & { problems: readonly FieldProblem[] }) {
  const changed = changedFrom !== undefined
  return (
    <>
      {problems.map((problem) => (
        <p key={problem.message} className={classes.problem} data-severity={problem.severity}>
          <SeverityIcon kind={problem.severity} size={14} />
          <span>
            {problem.evident ? <VisuallyHidden>{problem.message}</VisuallyHidden> : problem.message}{' '}
            {problem.next}
          </span>
        </p>
      ))}
      {note && <p className={classes.note}>{note}</p>}
      {changed && isFirst && <VisuallyHidden>Changed, was {changedFrom}.</VisuallyHidden>}
      {changed && !isFirst && (
        <p className={classes.changed}>
          <b>Changed</b> was {changedFrom}
        </p>
      )}
      {help && problems[0]?.severity !== 'error' && <p className={classes.help}>{help}</p>}
    </>
  )
}

type ResetButtonProps = { label: string; control: string; onReset: () => void }

/** It goes with what it resets, by itself or by Ctrl Z: the field has the focus next. */
function ResetButton({ label, control, onReset }: ResetButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  const boxOf = useCallback(
    () =>
      document.querySelector<HTMLElement>(
        `#${CSS.escape(control)}:is(${boxes}), #${CSS.escape(control)} input`,
      ),
    [control],
  )
  useFocusHeir(button, boxOf)
  return (
    <Tooltip label="Back to the saved value">
      <ActionIcon
        ref={button}
        variant="subtle"
        color="gray"
        onClick={onReset}
        // The field's label is its description: in its name, the label would lead to two controls.
        aria-label="Reset to the saved value"
        aria-describedby={label}
      >
        <IconArrowBackUp size={16} />
      </ActionIcon>
    </Tooltip>
  )
}
