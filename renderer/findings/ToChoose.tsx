// The first minutes of a relationship: what is still to be chosen, as progress and not as errors.
import { Button } from '@mantine/core'
import { useGoToField } from '../ui/behaviour/goToField.ts'
import { Key } from '../ui/Key.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { isMarkingText } from '../ui/behaviour/rowHabits.ts'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import type { ChoosingStep } from './choosing.ts'
import classes from './ToChoose.module.css'

type ToChooseProps = {
  steps: readonly ChoosingStep[]
  /** How many of them are calmly open. */
  count: number
  /** The setting one is in. */
  here: string | undefined
  onCheck: () => void
}

export function ToChoose({ steps, count, here, onCheck }: ToChooseProps) {
  const goToField = useGoToField()
  const chosen = steps.filter(({ state }) => state === 'chosen').length
  // What was left empty stands among the errors.
  const listed = steps.filter(({ state }) => state !== 'missing')
  return (
    <section aria-label="To choose">
      <div className={classes.head}>
        <h3 className={classes.title} aria-live="polite">
          {count} to choose
        </h3>
        <span className={classes.hint} aria-hidden>
          <Key>F8</Key> next
        </span>
        <Button size="xs" variant="default" onClick={onCheck}>
          Check
        </Button>
      </div>
      <div
        className={classes.bar}
        role="progressbar"
        aria-label="Chosen"
        aria-valuenow={chosen}
        aria-valuemin={0}
        aria-valuemax={steps.length}
      >
        {steps.map(({ path }, place) => (
          <i key={path} data-done={place < chosen || undefined} />
        ))}
      </div>
      <p className={classes.about}>
        Needed before a ticket can be created. A field is judged once you have been in it, or all at once with
        Check. The rest is optional.
      </p>
      <ul className={classes.steps}>
        {listed.map(({ path, label, help, state, after }) => (
          <li
            key={path}
            className={classes.step}
            data-done={state === 'chosen' || undefined}
            data-here={path === here || undefined}
            data-leads={after === null || undefined}
            onClick={(event) => after === null && !isMarkingText(event) && goToField(path)}
          >
            <SeverityIcon kind={state === 'chosen' ? 'ok' : 'open'} />
            <b>{label}</b>
            <small className={classes.help}>{help}</small>
            {after !== null ? (
              <small>after {after}</small>
            ) : (
              state !== 'chosen' && (
                <LinkButton arrow data-finding aria-label={`Go to ${label}`}>
                  Go to
                </LinkButton>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
