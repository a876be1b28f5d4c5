// What the preview is and is not: what it is computed from, and what it assumes.
import { Popover } from '@mantine/core'
import { assumptions } from '../../shared/preview/words/previewWords.ts'
import dialogClasses from './sample/dialogs/Dialog.module.css'
import classes from './Preview.module.css'
import { LinkButton } from '../ui/LinkButton.tsx'

export function PreviewFooter() {
  return (
    <footer className={classes.footer}>
      <span className={classes.computed}>Computed on this PC from the form as it stands, saved or not. </span>
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
