// One finding: the sentence, what to do, the link to its field and the stable code.
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import classes from './FindingsPanel.module.css'
import { fieldLabel } from './findingOrder.ts'
import { useGoToField } from '../ui/behaviour/goToField.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { isMarkingText } from '../ui/behaviour/rowHabits.ts'

type FindingItemProps = { finding: Finding; current: boolean }

export function FindingItem({ finding, current }: FindingItemProps) {
  const goToField = useGoToField()
  const { code, field, message, next } = finding
  return (
    <li
      className={classes.item}
      data-current={current || undefined}
      onClick={(event) => !isMarkingText(event) && goToField(field)}
    >
      <p className={classes.message}>{message}</p>
      <p className={classes.next}>{next}</p>
      <div className={classes.foot}>
        {/* The click reaches the item around it, which leads there. */}
        <LinkButton arrow data-finding>
          Go to {fieldLabel(field)}
        </LinkButton>
        <code className={classes.code}>{code}</code>
      </div>
    </li>
  )
}
