// The field that is being entered, big: its value to copy, and the step to the next one.
import { Button } from '@mantine/core'
import { IconCopy, IconLock } from '@tabler/icons-react'
import { sectionTitles } from '../../../shared/relationship/fieldRow.ts'
import { Key } from '../../ui/Key.tsx'
import { keySource } from '../enteredFields.ts'
import classes from './Companion.module.css'
import type { CurrentField } from './useCurrentField.ts'

type FieldCardProps = {
  field: CurrentField
  /** Back to the window the companion was opened from. */
  onClose: () => void
}

export function FieldCard({ field, onClose }: FieldCardProps) {
  const { row, isLast, isWhole, copy, copied, toCopy, enterAndGoOn } = field
  if (!row) return null
  const { section, label, value, ids, choices, isSecret, copyable } = row
  const place = choices.length > 1 ? ` ${toCopy + 1} of ${choices.length}` : ''
  return (
    <section className={classes.card} aria-label="Current field">
      <p className={classes.section}>{sectionTitles[section]}</p>
      <h2>{label}</h2>
      {isSecret ? (
        <p className={classes.secret}>
          <IconLock size={14} aria-hidden /> {keySource}
        </p>
      ) : (
        <div className={classes.value} data-code={(copyable && ids === '') || undefined}>
          {value === ''
            ? 'Leave blank'
            : choices.map((choice, index) => (
                <p
                  key={`${choice.value} ${choice.ids}`}
                  ref={index === toCopy ? (line) => line?.scrollIntoView({ block: 'nearest' }) : undefined}
                  data-next={(place !== '' && index === toCopy) || undefined}
                >
                  <bdi>{choice.value}</bdi> {choice.ids !== '' && <span>{choice.ids}</span>}
                </p>
              ))}
        </div>
      )}
      <div className={classes.actions}>
        {copyable && (
          <Button
            variant="default"
            leftSection={<IconCopy size={15} aria-hidden />}
            rightSection={<Key>Ctrl C</Key>}
            onClick={copy}
          >
            {place === '' && copied.startsWith('Copied') ? 'Copied' : `Copy${place}`}
          </Button>
        )}
        <Button rightSection={<Key dark>Enter</Key>} onClick={isWhole ? onClose : enterAndGoOn}>
          {isWhole ? 'Back to Go live' : isLast ? 'Entered' : 'Entered, next'}
        </Button>
      </div>
    </section>
  )
}
