// Starts the window: theme, cache, dialogs and navigation around the app.
import '@mantine/core/styles.css'
import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import { spotlight } from '@mantine/spotlight'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { NavigationProvider } from './state/navigation.tsx'
import { queryClient, startReading } from './state/queries.ts'
import { holdTypingUntilFocus } from './state/kept/typedAhead.ts'
import { applyTextSize } from './state/appSettings.ts'
import { Themed } from './Themed.tsx'
import { ErrorBoundary } from './ui/screen/ErrorBoundary.tsx'
import { keepFocus } from './ui/keyboard/keepFocus.ts'
import { listenForEscape } from './ui/behaviour/layers.ts'
import { dialogIsOpen, runShortcut } from './ui/behaviour/shortcuts.ts'

/** The relationship whose companion this window is; the main window is none. */
const companion = new URLSearchParams(location.search).get('companion')

const answered = startReading()
listenForEscape()
keepFocus()
applyTextSize()
const togglePalette = () => {
  if (!dialogIsOpen()) holdTypingUntilFocus()
  spotlight.toggle()
}
// Here and not in the palette: its code follows the first paint, and the key must not be lost until then.
if (companion === null)
  window.addEventListener(
    'keydown',
    runShortcut([['mod+K', togglePalette]], () => dialogIsOpen('palette')),
  )

const Companion = lazy(() => import('./golive/companion/Companion.tsx'))
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const app = (
  <StrictMode>
    <Themed>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          {companion === null ? (
            <NavigationProvider>
              <App />
            </NavigationProvider>
          ) : (
            <Suspense>
              <Companion id={companion} />
            </Suspense>
          )}
        </QueryClientProvider>
      </ErrorBoundary>
    </Themed>
  </StrictMode>
)
let drawn = false
const draw = () => {
  if (drawn) return
  drawn = true
  flushSync(() => createRoot(root).render(app))
}
// Once, with the answers that came while this was loaded; where they take long, the frame stands before them.
const longestWaitMs = 50
void Promise.race([answered, new Promise((resolve) => setTimeout(resolve, longestWaitMs))]).then(draw)
// A key that comes before finds who listens for it.
window.addEventListener('keydown', draw, { capture: true, once: true })
