// Packs a field bundle: what goes along is said first, keys only after an explicit choice and behind a passphrase.
import { Button, Checkbox, Group, Modal, PasswordInput, Stack } from '@mantine/core'
import { useId, useState } from 'react'
import { longestPassphrase, strengthOf, strengthWords } from '../../shared/files/passphrase.ts'
import { problemOf, useChange } from '../state/queries.ts'
import { FieldTextsContext } from '../ui/fieldInput.tsx'
import { Notice } from '../ui/Notice.tsx'
import { WrittenNotice } from '../ui/screen/WrittenNotice.tsx'
import { sheetWords } from './exportWords.ts'
import { packedWords } from './review/importWords.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

type BundleDialogProps = {
  ids: string[]
  /** What is seen beside it has changes that are not in it. */
  dirty?: boolean
  onClose: () => void
}

const kinds = { short: 'error', weak: 'warning', fair: 'info', strong: 'ok' } as const

export function BundleDialog({ ids, dirty = false, onClose }: BundleDialogProps) {
  const [samples, setSamples] = useState(true)
  const [keys, setKeys] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const pack = useChange('files:exportBundle')
  const strengthId = useId()
  const strength = strengthOf(passphrase)
  const differs = again !== '' && again !== passphrase
  const usable = !keys || (strength !== 'short' && again === passphrase)
  return (
    <Modal opened onClose={onClose} title="Field bundle" size="md">
      <Stack
        component="form"
        gap="md"
        onSubmit={(event) => {
          event.preventDefault()
          if (usable) pack.mutate({ ids, samples, passphrase: keys ? passphrase : null })
        }}
      >
        <p>
          One file with {ids.length === 1 ? 'this relationship' : `these ${ids.length} relationships`} and the
          lists {ids.length === 1 ? 'it needs' : 'they need'}. It opens on another computer without a network.
        </p>
        {dirty && <Notice kind="info">{sheetWords({ dirty })}</Notice>}
        <Checkbox
          label={ids.length === 1 ? 'Samples kept for its connection' : 'Samples kept for their connections'}
          description="Tickets of customers, unless they were anonymised."
          checked={samples}
          onChange={(event) => setSamples(event.currentTarget.checked)}
        />
        <Checkbox
          label="Credentials"
          description="Private keys, behind a passphrase. Without this the keys are entered on the other computer."
          checked={keys}
          onChange={(event) => setKeys(event.currentTarget.checked)}
        />
        {keys && (
          <>
            <FieldTextsContext value={{ describedBy: strengthId, invalid: false }}>
              <PasswordInput
                label="Passphrase"
                description="Whoever has it and the file has the keys. It cannot be recovered."
                autoComplete="off"
                maxLength={longestPassphrase}
                value={passphrase}
                onChange={(event) => setPassphrase(event.currentTarget.value)}
              />
            </FieldTextsContext>
            <div id={strengthId}>
              {passphrase !== '' && <Notice kind={kinds[strength]}>{strengthWords[strength]}</Notice>}
            </div>
            <PasswordInput
              label="Passphrase again"
              autoComplete="off"
              maxLength={longestPassphrase}
              value={again}
              error={differs && 'The two are not the same.'}
              onChange={(event) => setAgain(event.currentTarget.value)}
            />
          </>
        )}
        <ErrorNotice problem={pack.error && problemOf(pack.error)} />
        {pack.data && <WrittenNotice written={pack.data}>{packedWords(pack.data)}</WrittenNotice>}
        <Group justify="flex-end" gap="sm">
          <Button variant={pack.data ? 'filled' : 'default'} onClick={onClose}>
            {pack.data ? 'Done' : 'Cancel'}
          </Button>
          <Button
            type="submit"
            variant={pack.data ? 'default' : 'filled'}
            loading={pack.isPending}
            disabled={!usable}
            data-autofocus
          >
            Write the bundle
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
