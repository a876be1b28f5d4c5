// Renders a part of the window into the page a test runs in, with theme, cache and notices around it as in the app.
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '../../../renderer/base.css'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach } from 'vitest'
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { DialogStack } from '../../../renderer/ui/screen/DialogStack.tsx'
import { NavigationProvider } from '../../../renderer/state/navigation.tsx'
import { queryClient } from '../../../renderer/state/queries.ts'
import { Themed } from '../../../renderer/Themed.tsx'
import { listenForEscape } from '../../../renderer/ui/behaviour/layers.ts'
import { ScreenActionsProvider } from '../../../renderer/ui/screen/screenActions.tsx'

type Answers = { [C in Channel]?: (input: Input<C>) => Output<C> | Promise<Output<C>> }

/** What main answers; a call without an answer never ends. */
export function answerCalls(answers: Answers): void {
  const api = new Proxy(answers, {
    get: (table, channel) => async (input: never) => {
      const answer = channel in table ? Reflect.get(table, channel) : undefined
      if (typeof answer !== 'function') return new Promise(() => undefined)
      return { ok: true, value: await answer(input) }
    },
  })
  Object.defineProperty(window, 'api', { value: api, configurable: true })
}

listenForEscape()
let shown: Root | undefined
/** All files share the browser: what a window keeps for its next start is not for the next test. */
afterEach(() => {
  shown?.unmount()
  shown = undefined
  localStorage.clear()
  sessionStorage.clear()
})

/** Replaces what the test before has shown. */
export function show(element: ReactNode): void {
  shown?.unmount()
  queryClient.clear()
  document.body.replaceChildren()
  const place = document.body.appendChild(document.createElement('div'))
  shown = createRoot(place)
  shown.render(
    <Themed>
      <QueryClientProvider client={queryClient}>
        <NavigationProvider>
          <ScreenActionsProvider>{element}</ScreenActionsProvider>
          <DialogStack />
        </NavigationProvider>
        <Notifications />
      </QueryClientProvider>
    </Themed>,
  )
}
