// What the preview is and is not: where and how fast it was computed, and what it assumes.
import { Popover } from '@mantine/core'
import { assumptions } from '../../shared/preview/words/previewWords.ts'
import dialogClasses from './sample/dialogs/Dialog.module.css'
import classes from './Preview.module.css'
import { LinkButton } from '../ui/LinkButton.tsx'

/** `ms`: how long the computation took; null before the first. */
export function PreviewFooter({ ms }: { ms: number | null }) {
  return (
    <footer className={classes.footer}>
      {ms !== null && (
        <span className={classes.computed}>
          Computed on this PC in {Math.max(1, Math.round(ms))} ms from the unsaved form.{' '}
        </span>
      )}
      It shows what these settings mean; it is not the sync service.{' '}
      <Popover width={380} position="top" shadow="sm" withinPortal trapFocus>
        <Popover.Target>
          <LinkButton>{assumptions.length} assumptions</LinkButton>
        </Popover.Target>
        <Popover.Dropdown>
          <b>What this preview assumes</b>
          <ul className={dialogClasses.list}>
            {assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </footer>
  )
}
