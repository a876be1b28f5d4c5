// The stack of dialogs and questions above every screen.
import { ModalsProvider } from '@mantine/modals'
import { useEffect } from 'react'
import { dialogsCanOpen } from '../../openDialog.ts'

export function DialogStack() {
  // Runs after the effects of what is inside: the stack listens by then.
  useEffect(dialogsCanOpen, [])
  return <ModalsProvider>{null}</ModalsProvider>
}
