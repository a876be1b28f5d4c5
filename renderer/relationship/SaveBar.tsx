// The bar that never scrolls away: what is unsaved, `Cancel` and `Save configuration`.
import { Button, Popover, TextInput } from '@mantine/core'
import { askBeforeLoss } from '../ui/behaviour/askOnce.ts'
import type { DraftForm } from '../settings/settingsFront.ts'
import { countOf } from '../../shared/text/counts.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Key } from '../ui/Key.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { useLayer } from '../ui/behaviour/layers.ts'
import { sayDiscarded, useDiscarded } from '../ui/behaviour/undoNotice.tsx'
import { type UnsavedChange, unsavedChanges } from './unsavedChanges.ts'
import type { useSave } from './workspace/useSave.ts'
import classes from './SaveBar.module.css'

type SaveBarProps = { form: DraftForm; saving: ReturnType<typeof useSave> }

export function SaveBar({ form, saving }: SaveBarProps) {
  const { problem } = saving
  const changes = unsavedChanges(form)
  const count = changes.length
  const cancel = () => sayDiscarded(count, form.discard())
  // One key press must not throw work away: the button discards at once and can be undone, the key asks first.
  useLayer(count > 0, 'page', () =>
    askBeforeLoss({
      title: 'Discard the unsaved changes?',
      text: 'The form goes back to the saved configuration.',
      confirm: 'Discard changes',
      cancel: 'Keep editing',
      onConfirm: cancel,
    }),
  )
  useDiscarded(count)
  return (
    <>
      {problem && problem.code !== 'conflict' && (
        <div className={classes.failed}>
          <ErrorNotice title="Not saved" problem={problem} onDismiss={saving.dismiss} />
        </div>
      )}
      <div className={classes.state}>
        {count > 0 && <i className={classes.dot} aria-hidden />}
        <span role="status" className={classes.words}>
          {count > 0 ? countOf(count, 'unsaved change') : 'No unsaved changes'}
          {count === 0 && saving.stored !== null && (
            <span className={classes.stored}>Saved as revision {saving.stored}.</span>
          )}
        </span>
        {count > 0 && <Review changes={changes} note={saving.note} onNote={saving.setNote} />}
      </div>
      <Button variant="default" disabled={count === 0} onClick={cancel} rightSection={<Key>Esc</Key>}>
        Cancel
      </Button>
      <Button
        disabled={count === 0}
        loading={saving.saving}
        onClick={saving.save}
        rightSection={<Key dark>Ctrl S</Key>}
      >
        Save configuration
      </Button>
    </>
  )
}

/** Every changed setting with before and after, each with its own way back. */
type ReviewProps = { changes: readonly UnsavedChange[]; note: string; onNote: (note: string) => void }

function Review({ changes, note, onNote }: ReviewProps) {
  return (
    <Popover position="top-start" width={420} shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <LinkButton>Review</LinkButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.list}>
          {changes.map(({ key, label, text, undo }) => (
            <li key={key}>
              <b>{label}</b>
              <span>{text}</span>
              <LinkButton onClick={undo}>Undo</LinkButton>
            </li>
          ))}
        </ul>
        <TextInput
          mt="sm"
          aria-label="Note for the history"
          placeholder="Note for the history (optional)"
          maxLength={1000}
          value={note}
          onChange={(event) => onNote(event.currentTarget.value)}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
