// Links to the settings behind what the preview says.
import { IconArrowRight } from '@tabler/icons-react'
import type { FieldLink } from './codeWords.ts'
import classes from './FieldLinks.module.css'

export function FieldLinks({
  links,
  onGoTo,
}: {
  links: readonly FieldLink[]
  onGoTo: (path: string) => void
}) {
  return links.map(({ path, label }) => (
    <button key={path} type="button" className={classes.link} onClick={() => onGoTo(path)}>
      Go to {label}
      <IconArrowRight size={13} aria-hidden />
    </button>
  ))
}
