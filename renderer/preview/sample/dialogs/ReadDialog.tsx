// Asks what to read from ConnectWise: since when, which boards, how many tickets at most.
import { Modal, MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Reference } from '../../../../shared/reference/lookup.ts'
import type { Ref } from '../../../../shared/relationship/relationship.ts'
import classes from './Dialog.module.css'
import type { ReadChoice } from '../useReading.ts'
import { countOf } from '../../../../shared/text/counts.ts'
import { DialogForm } from '../../../ui/screen/DialogForm.tsx'
import { compareNaturally } from '../../../state/naturalOrder.ts'

type ReadDialogProps = {
  opened: boolean
  onClose: () => void
  /** The boards the settings name: chosen to begin with. */
  boards: readonly Ref[]
  reference: Reference | null
  /** Start date as `YYYY-MM-DD`, or empty. */
  since: string
  onRead: (choice: ReadChoice) => void
}

const limits = [100, 500, 1000, 5000] as const

/** Every board that can be read, named; the chosen ones are there even when the reference data lacks them. */
function boardChoices(boards: readonly Ref[], reference: Reference | null) {
  const known = [...(reference?.boards?.values() ?? [])].filter((row) => row.inactiveFlag !== true)
  const names = new Map([...known, ...boards].map(({ id, name }) => [id, name ?? `Board ${id}`]))
  return [...names]
    .map(([id, label]) => ({ value: String(id), label }))
    .sort((a, b) => compareNaturally(a.label, b.label))
}

function ReadForm({ onClose, boards, reference, since, onRead }: Omit<ReadDialogProps, 'opened'>) {
  const [start, setStart] = useState(since)
  const [chosen, setChosen] = useState(() => [...new Set(boards.map(({ id }) => String(id)))])
  const [limit, setLimit] = useState<number>(500)
  return (
    <DialogForm
      cancel="Not now"
      onCancel={onClose}
      submit="Read tickets"
      onSubmit={() => {
        onClose()
        onRead({ since: start, boards: chosen.map(Number), limit })
      }}
    >
      <p className={classes.text}>
        Tickets are read with their notes, attachments and time entries, and stay on this PC. Nothing is
        changed in ConnectWise.
      </p>
      <TextInput
        type="date"
        label="Changed since"
        description="Blank reads tickets of any age."
        value={start}
        onChange={(event) => setStart(event.currentTarget.value)}
      />
      <MultiSelect
        label="Tickets from"
        description={chosen.length === 0 ? 'Blank reads from everywhere.' : undefined}
        placeholder={chosen.length === 0 ? 'Everywhere' : ''}
        data={boardChoices(boards, reference)}
        value={chosen}
        onChange={setChosen}
        searchable
        clearable
        hidePickedOptions
        nothingFoundMessage="Nothing matches."
        maxDropdownHeight={220}
      />
      <NativeSelect
        label="At most"
        value={String(limit)}
        onChange={(event) => setLimit(Number(event.currentTarget.value))}
        data={limits.map((count) => ({
          value: String(count),
          label: countOf(count, 'ticket'),
        }))}
      />
    </DialogForm>
  )
}

export function ReadDialog({ opened, ...form }: ReadDialogProps) {
  return (
    <Modal opened={opened} onClose={form.onClose} title="Read from ConnectWise" size={460}>
      <ReadForm {...form} />
    </Modal>
  )
}
