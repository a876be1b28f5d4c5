// Puts a page for comparison into its window: Mantine, and nothing of the app's.
import '@mantine/core/styles.css'
import { MantineProvider } from '@mantine/core'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

export function mount(content: ReactNode): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <MantineProvider defaultColorScheme="auto">{content}</MantineProvider>
    </StrictMode>,
  )
}
