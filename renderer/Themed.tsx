// The look of the window: our theme, light or dark as the system has it or as it was chosen.
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAppSettings } from './state/appSettings.ts'
import { usePrinting } from './state/breakpoint.ts'
import { theme } from './theme.ts'
import { tokenVariables } from './tokens.ts'

export function Themed({ children }: { children: ReactNode }) {
  const { theme: chosen } = useAppSettings()
  const forced = usePrinting() ? 'light' : chosen
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(forced !== 'auto' && { forceColorScheme: forced })}
      cssVariablesResolver={() => tokenVariables}
    >
      {/* By it main knows which theme the title bar, menus and boxes have, and what is drawn while the window is resized. */}
      {chosen !== 'auto' && <meta name="theme-color" content={tokenVariables[chosen]['--sw-surface']} />}
      {children}
    </MantineProvider>
  )
}
