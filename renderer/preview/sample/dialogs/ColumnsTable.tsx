// A row per column of a foreign sample: its first values, the field it gives, and how that was found.
import { NativeSelect, VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import {
  type Assignment,
  assignByName,
  fieldLabels,
  fieldsByName,
  type SampleField,
  sampleFields,
} from '../../../../shared/files/sample/sampleFields.ts'
import type { ColumnOverview } from '../../../../shared/files/sample/columnsOverview.ts'
import classes from './Columns.module.css'

type ColumnsTableProps = {
  columns: readonly ColumnOverview[]
  assignment: Assignment
  onAssign: (column: number, field: SampleField | null) => void
}

const choices = [
  { value: '', label: 'not used' },
  ...sampleFields.map((field) => ({ value: field, label: fieldLabels[field] })),
]

const fieldOf = (assignment: Assignment, column: number): SampleField | null =>
  sampleFields.find((field) => assignment[field] === column) ?? null

type Origin = { kind: 'name' | 'chosen' | 'rival' | 'none'; words: string }

function originOf(
  column: ColumnOverview,
  index: number,
  field: SampleField | null,
  byName: Assignment,
): Origin {
  if (field)
    return byName[field] === index
      ? { kind: 'name', words: 'by its name' }
      : { kind: 'chosen', words: 'chosen by you' }
  const [could] = fieldsByName(column.name)
  return could ? { kind: 'rival', words: `could be ${fieldLabels[could]} too` } : { kind: 'none', words: '' }
}

export function ColumnsTable({ columns, assignment, onAssign }: ColumnsTableProps) {
  const byName = assignByName(columns.map(({ name }) => name))
  return (
    <div className={classes.table}>
      <table aria-label="Columns">
        <thead>
          <tr>
            <th scope="col">Column in the file</th>
            <th scope="col">First values</th>
            <th scope="col">Field</th>
            <th scope="col">
              <VisuallyHidden>How it was found</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => {
            const field = fieldOf(assignment, index)
            const origin = originOf(column, index, field, byName)
            return (
              <tr key={`${index} ${column.name}`} data-origin={origin.kind}>
                <th scope="row" title={column.name}>
                  <bdi>{column.name || `Column ${index + 1}`}</bdi>
                </th>
                <td className={classes.values}>
                  {column.values.map((value, place) => (
                    <bdi key={`${place} ${value}`} title={value}>
                      {value}
                    </bdi>
                  ))}
                </td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={column.name || `Column ${index + 1}`}
                    value={field ?? ''}
                    data={choices}
                    onChange={({ currentTarget: { value } }) =>
                      onAssign(index, sampleFields.find((each) => each === value) ?? null)
                    }
                  />
                </td>
                <td className={classes.origin}>
                  {origin.kind === 'name' && <IconCheck size={14} aria-hidden />}
                  {origin.words}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
