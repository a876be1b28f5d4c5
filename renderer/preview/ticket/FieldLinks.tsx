// Links to the settings behind what the preview says.
import { LinkButton } from '../../ui/LinkButton.tsx'
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
    <LinkButton key={path} arrow className={classes.link} onClick={() => onGoTo(path)}>
      Go to {label}
    </LinkButton>
  ))
}
