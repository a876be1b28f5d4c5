// The configuration as it would be exported now: read-only, to look at and to copy.
import { exportedRelationship } from '../../../shared/files/exportRelationships.ts'
import { stableJson } from '../../../shared/files/stableJson.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import classes from './JsonPanel.module.css'

export function JsonPanel({ relationship }: { relationship: Relationship }) {
  const text = stableJson(exportedRelationship(relationship))
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <p>These settings as an export holds them, without those that are switched off. No keys.</p>
        <CopyButton label="Copy JSON" name="Copy JSON" text={() => text} />
      </div>
      <pre className={classes.text} tabIndex={0}>
        {text}
      </pre>
    </div>
  )
}
