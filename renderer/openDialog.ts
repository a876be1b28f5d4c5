// Opens the dialogs and questions of the stack. The stack is made after the first paint: what is asked for before waits for it.
import { modals } from '@mantine/modals'

type Dialog = Omit<Parameters<typeof modals.open>[0], 'modalId' | 'title'> & { title: string }
type Question = Omit<Parameters<typeof modals.openConfirmModal>[0], 'modalId' | 'title'> & { title: string }

/** What was asked for while there was no stack; null once there is one. */
let waiting: (() => void)[] | null = []

const whenItStands = (open: () => void): void => {
  if (waiting) waiting.push(open)
  else open()
}

/** Said by the stack when it hears what is opened. */
export function dialogsCanOpen(): void {
  const due = waiting ?? []
  waiting = null
  for (const open of due) open()
}

/** Opens a dialog. Asked for twice before it is seen, by a second press of the key, it is one. */
export const openDialog = (dialog: Dialog): void =>
  whenItStands(() => void modals.open({ modalId: dialog.title, ...dialog }))

/** Opens a question with its two answers; asked twice before it is seen, it is one. Enter gives the safe answer, not the cross. */
export const openQuestion = ({ cancelProps, ...question }: Question): void =>
  whenItStands(
    () =>
      void modals.openConfirmModal({
        modalId: question.title,
        cancelProps: { 'data-autofocus': true, ...cancelProps },
        ...question,
      }),
  )

export const closeDialog = (title: string): void => modals.close(title)
