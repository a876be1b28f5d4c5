// For which role and settings a test probes: more settings need more rights.
import { Checkbox } from '@mantine/core'
import type { Needs } from '../../../shared/rights/needs.ts'
import { type Role, roles, roleWords } from '../../../shared/relationship/roles.ts'
import classes from './TestPanel.module.css'
import { Segments } from '../../ui/screen/Segments.tsx'

const options = [
  { name: 'timeEntries', label: 'Time entries' },
  { name: 'attachments', label: 'Attachments' },
  { name: 'reverseSync', label: 'Reverse sync' },
] as const

/** Everything a role can use, so that no missing right shows up later. */
export const defaultNeeds = (role: Role): Needs => ({
  role,
  timeEntries: true,
  attachments: true,
  reverseSync: role === 'target',
})

export function NeedsChooser({ needs, onChange }: { needs: Needs; onChange: (needs: Needs) => void }) {
  return (
    <div className={classes.needs} role="group" aria-label="Rights to look for">
      <Segments
        small
        aria-label="Role"
        data={roles.map((value) => ({ value, label: roleWords[value] }))}
        value={needs.role}
        onChange={(role) => onChange({ ...needs, role, reverseSync: role === 'target' })}
      />
      {options
        .filter(({ name }) => name !== 'reverseSync' || needs.role === 'target')
        .map(({ name, label }) => (
          <Checkbox
            key={name}
            size="xs"
            label={label}
            classNames={{ label: classes.option ?? '' }}
            checked={needs[name]}
            onChange={(event) => onChange({ ...needs, [name]: event.currentTarget.checked })}
          />
        ))}
    </div>
  )
}
