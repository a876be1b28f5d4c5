// Types one ticket by hand, to see at once what would become of it.
import { Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { Flow } from '../../../../shared/preview/result/previewResult.ts'
import { useWindowState, windowState } from '../../../state/windowState.ts'
import classes from './Dialog.module.css'
import { blankTicket, keyProblem, type TypedTicket } from '../typedTicket.ts'
import { DialogForm } from '../../../ui/screen/DialogForm.tsx'

type TypeDialogProps = {
  opened: boolean
  onClose: () => void
  flow: Flow
  /** How many tickets were typed before: the new one gets the next key. */
  typedBefore: number
  onAdd: (ticket: TypedTicket) => void
}

const kinds: readonly { value: TypedTicket['commentKind']; label: string }[] = [
  { value: 'public', label: 'Public' },
  { value: 'internal', label: 'Internal' },
  { value: 'resolution', label: 'Resolution' },
]

const texts: Record<Flow, string> = {
  inbound: 'A ticket of the partner, as it would arrive.',
  outbound: 'A ConnectWise ticket of the company and on the first board that these settings send.',
}

/** What is being typed for each flow; null before the first letter. */
const typedTickets = windowState<TypedTicket | null>(null)

function TypeForm({ onClose, flow, typedBefore, onAdd }: Omit<TypeDialogProps, 'opened'>) {
  // What was typed is there again when the dialog was closed by a click beside it.
  const [typed, setTicket] = useWindowState(typedTickets, flow)
  const ticket = typed ?? blankTicket(flow, typedBefore + 1)
  const problem = keyProblem(flow, ticket.key)
  const field = (name: Exclude<keyof TypedTicket, 'commentKind'>, label: string) => ({
    label,
    value: ticket[name],
    maxLength: 100_000,
    onChange: (event: { currentTarget: { value: string } }) =>
      setTicket({ ...ticket, [name]: event.currentTarget.value }),
  })
  return (
    <DialogForm
      cancel="Not now"
      onCancel={onClose}
      submit="Add ticket"
      disabled={problem !== null}
      onSubmit={() => {
        setTicket(null)
        onClose()
        onAdd(ticket)
      }}
    >
      <p className={classes.text}>{texts[flow]}</p>
      <TextInput {...field('key', flow === 'inbound' ? 'Ticket key' : 'Ticket number')} error={problem} />
      <TextInput {...field('summary', 'Summary')} data-autofocus />
      <Textarea {...field('description', 'Description')} autosize minRows={2} maxRows={6} />
      {flow === 'inbound' && (
        <div className={classes.pair}>
          <TextInput {...field('requesterName', 'Requester name')} />
          <TextInput {...field('requesterEmail', 'Requester e-mail')} />
        </div>
      )}
      <Textarea {...field('comment', 'Comment')} autosize minRows={2} maxRows={6} />
      <NativeSelect
        label="Kind of comment"
        value={ticket.commentKind}
        onChange={(event) => {
          const kind = kinds.find(({ value }) => value === event.currentTarget.value)
          if (kind) setTicket({ ...ticket, commentKind: kind.value })
        }}
        data={kinds.map(({ value, label }) => ({ value, label }))}
      />
    </DialogForm>
  )
}

export function TypeDialog({ opened, ...form }: TypeDialogProps) {
  return (
    <Modal opened={opened} onClose={form.onClose} title="Type one" size={480}>
      <TypeForm {...form} />
    </Modal>
  )
}
