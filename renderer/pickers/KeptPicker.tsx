// One of the things that are kept here, such as a relationship among a thousand: found by its name, as records are.
import { useState } from 'react'
import { rankByText } from '../../shared/reference/rank.ts'
import type { FieldIds } from '../ui/Field.tsx'
import { formatCount } from '../../shared/text/counts.ts'
import { Combobox } from './Combobox.tsx'

export type KeptChoice = { key: string; label: string }

type KeptPickerProps = {
  ids: FieldIds
  choices: readonly KeptChoice[]
  /** The key of the one that is chosen. */
  value: string
  onChoose: (key: string) => void
}

export function KeptPicker({ ids, choices, value, onChoose }: KeptPickerProps) {
  const [text, setText] = useState('')
  // Below nought, so that no number that is typed means one.
  const all = choices.map(({ key, label }, place) => ({ id: -1 - place, label, chosen: key === value }))
  const found = rankByText(all, text, ({ label }) => [label])
  const rows = found.map(({ item }) => ({ ...item, meta: '', hidden: null, badge: null }))
  return (
    <Combobox
      ids={ids}
      text={text}
      onText={setText}
      shown={choices.find(({ key }) => key === value)?.label ?? ''}
      placeholder="Choose…"
      rows={rows}
      guesses={found.filter(({ isGuess }) => isGuess).length}
      onChoose={(id) => {
        const choice = choices[-1 - id]
        if (choice) onChoose(choice.key)
      }}
      empty={`Nothing matches “${text}”.`}
      foot={
        <span className="tabular">{`${formatCount(rows.length)} of ${formatCount(choices.length)}`}</span>
      }
    />
  )
}
