// Asks for the passphrase of a locked field bundle, again after a wrong one.
import { Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { longestPassphrase } from '../../shared/files/passphrase.ts'
import type { AppError } from '../../shared/result.ts'
import { callMain } from '../api.ts'
import type { ReviewedFile } from './review/imported.ts'
import { DialogForm } from '../ui/screen/DialogForm.tsx'

type PassphraseDialogProps = {
  fileName: string
  bytes: Uint8Array
  onClose: () => void
  onRead: (review: ReviewedFile) => void
}

export function PassphraseDialog({ fileName, bytes, onClose, onRead }: PassphraseDialogProps) {
  const [passphrase, setPassphrase] = useState('')
  const [opening, setOpening] = useState(false)
  const [problem, setProblem] = useState<AppError | null>(null)
  const open = async () => {
    setOpening(true)
    const answer = await callMain('files:readBundle', { fileName, bytes, passphrase })
    setOpening(false)
    if (answer.ok) onRead({ ...answer.value, fileNames: [fileName] })
    else setProblem(answer.error)
  }
  return (
    <Modal opened onClose={onClose} title="The bundle is locked">
      <DialogForm
        cancel="Cancel"
        onCancel={onClose}
        submit="Open"
        disabled={passphrase === ''}
        loading={opening}
        onSubmit={() => void open()}
      >
        <PasswordInput
          data-autofocus
          label="Passphrase"
          description="The one the bundle was made with."
          autoComplete="off"
          maxLength={longestPassphrase}
          value={passphrase}
          error={problem && [problem.message, problem.next].filter(Boolean).join(' ')}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
      </DialogForm>
    </Modal>
  )
}
