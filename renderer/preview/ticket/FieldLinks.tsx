// Links to the settings behind what the preview says.
import { useGoToField } from '../../ui/behaviour/goToField.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import type { FieldLink } from '../list/codeWords.ts'
import classes from './FieldLinks.module.css'

export function FieldLinks({ links }: { links: readonly FieldLink[] }) {
  const goToField = useGoToField()
  return links.map(({ path, label }) => (
    <LinkButton key={path} arrow className={classes.link} onClick={() => goToField(path)}>
      Go to {label}
    </LinkButton>
  ))
}
