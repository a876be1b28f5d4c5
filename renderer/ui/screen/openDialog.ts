// Opens a dialog of the stack. Asked for twice before it is seen, by a second press of the key, it is one.
import { modals } from '@mantine/modals'

type Dialog = Omit<Parameters<typeof modals.open>[0], 'modalId' | 'title'> & { title: string }

export const openDialog = (dialog: Dialog): string => modals.open({ modalId: dialog.title, ...dialog })
