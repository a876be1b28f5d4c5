// What a sample file is read as, and the way to another encoding or separator where the guess was wrong.
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { separatorName, separatorNames } from '../../../../shared/files/sample/tableSource.ts'
import type { SampleOverview } from '../../../../shared/files/sample/columnsOverview.ts'
import type { SampleReading } from '../../../../shared/files/sample/source.ts'
import { type ForeignEncoding, foreignEncodings } from '../../../../shared/files/text/guessText.ts'
import { problemOf } from '../../../state/queries.ts'
import classes from './Columns.module.css'

const encodings = (Object.keys(foreignEncodings) as ForeignEncoding[]).map((value) => ({
  value,
  label: foreignEncodings[value],
}))

/** Those people choose from, and the one the file has. */
const separatorsWith = (own: string) =>
  [...new Set([...Object.keys(separatorNames), own])].map((value) => ({
    value,
    label: separatorName(value),
  }))

type ReadAsProps = {
  overview: SampleOverview
  /** Rejects when the file is nothing so. */
  onReread: (reading: SampleReading) => Promise<void>
}

export function ReadAs({ overview: { facts, encoding, separator }, onReread }: ReadAsProps) {
  const [changing, setChanging] = useState(false)
  // What was chosen so far: a choice of one keeps the choice of the other.
  const [chosen, setChosen] = useState<SampleReading>({})
  const [problem, setProblem] = useState<string | null>(null)

  async function reread(choice: SampleReading): Promise<void> {
    const reading = { ...chosen, ...choice }
    try {
      await onReread(reading)
      setChosen(reading)
      setProblem(null)
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }

  return (
    <>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {changing ? (
        <>
          <NativeSelect
            size="xs"
            aria-label="Encoding"
            value={encoding}
            data={encodings}
            onChange={({ currentTarget: { value } }) => {
              const next = encodings.find((each) => each.value === value)
              if (next) void reread({ encoding: next.value })
            }}
          />
          {separator !== null && (
            <NativeSelect
              size="xs"
              aria-label="Separator"
              value={separator}
              data={separatorsWith(separator)}
              onChange={({ currentTarget: { value } }) => void reread({ separator: value })}
            />
          )}
        </>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label="Change how the file is read"
          onClick={() => setChanging(true)}
        >
          Change
        </Button>
      )}
      {problem !== null && (
        <span role="alert" className={classes.unreadable}>
          {problem}
        </span>
      )}
    </>
  )
}
