// What could not be judged, so that a short list of findings never looks like a clean bill of health.
import { GroupHeading } from '../ui/screen/GroupHeading.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import classes from './FindingsPanel.module.css'

export function Unjudged({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <section aria-label={`Not judged, ${sentences.length}`}>
      <GroupHeading
        icon={<SeverityIcon kind="open" size={14} />}
        label="Not judged"
        count={sentences.length}
      />
      <ul className={classes.unjudged}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}
