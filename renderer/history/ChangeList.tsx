// Differences field by field: what it was, what it is.
import type { SettingChange } from '../ui/words/settingWords.ts'
import table from '../ui/screen/ChangesTable.module.css'
import classes from './History.module.css'

type ChangeListProps = {
  changes: readonly SettingChange[]
  /** What stands in the two columns, where neither is the later one. */
  sides?: readonly [one: string, other: string]
}

export function ChangeList({ changes, sides }: ChangeListProps) {
  if (changes.length === 0) return <p className={classes.hint}>Both hold the same values.</p>
  return (
    <table className={table.changes} aria-label="Changes" data-later={sides === undefined || undefined}>
      <thead>
        <tr>
          <th>Field</th>
          {(sides ?? ['Before', 'After']).map((side, place) => (
            <th key={place === 0 ? 'before' : 'after'}>
              <bdi>{side}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, label, before, after }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>
              <bdi>{before}</bdi>
            </td>
            <td>
              <bdi>{after}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
