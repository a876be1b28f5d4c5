// Starts the window: theme, cache, dialogs and navigation around the app.
import '@mantine/core/styles.css'
import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { spotlight } from '@mantine/spotlight'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { NavigationProvider } from './state/navigation.tsx'
import { queryClient, startReading } from './state/queries.ts'
import { theme } from './theme.ts'
import { tokenVariables } from './tokens.ts'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { listenForEscape } from './ui/layers.ts'
import { runShortcut } from './ui/shortcuts.ts'

startReading()
listenForEscape()
// Here and not in the palette: its code follows the first paint, and the key must not be lost until then.
window.addEventListener('keydown', runShortcut([['mod+K', spotlight.toggle]]))

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={() => tokenVariables}>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <ModalsProvider>
            <NavigationProvider>
              <App />
            </NavigationProvider>
          </ModalsProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  </StrictMode>,
)
