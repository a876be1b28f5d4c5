// Asks under which name the sample in use is kept, and whether people leave it first.
import { Checkbox, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import classes from './Dialog.module.css'
import { suggestedSampleName, ticketsText, usableName } from '../keptWords.ts'
import type { HeldSample } from '../../judging/heldSample.ts'
import { unseenSigns } from '../../../ui/words/sameName.ts'
import { DialogForm } from '../../../ui/screen/DialogForm.tsx'

type KeepDialogProps = {
  opened: boolean
  onClose: () => void
  sample: HeldSample
  onKeep: (choice: { name: string; anonymous: boolean }) => void
}

function KeepForm({ onClose, sample, onKeep }: Omit<KeepDialogProps, 'opened'>) {
  const [text, setText] = useState(() => suggestedSampleName(sample.origin))
  const [anonymous, setAnonymous] = useState(false)
  const name = usableName(text)
  return (
    <DialogForm
      cancel="Not now"
      onCancel={onClose}
      submit="Keep sample"
      disabled={name === null}
      onSubmit={() => {
        if (name === null) return
        onClose()
        onKeep({ name, anonymous })
      }}
    >
      <p className={classes.text}>
        {ticketsText(sample.entries.length)} would stay on this PC until you delete them or their connection.
      </p>
      <TextInput
        label="Name"
        value={text}
        maxLength={100}
        description={unseenSigns(text)[0]?.message}
        error={name === null && 'A name is needed.'}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <Checkbox
        label="Anonymise first"
        description="People, e-mail addresses and companies become pseudonyms; free text becomes filler of equal length. Time entries then name nobody ConnectWise knows."
        checked={anonymous}
        onChange={(event) => setAnonymous(event.currentTarget.checked)}
      />
    </DialogForm>
  )
}

export function KeepDialog({ opened, ...form }: KeepDialogProps) {
  return (
    <Modal opened={opened} onClose={form.onClose} title="Keep sample" size={440}>
      <KeepForm {...form} />
    </Modal>
  )
}
