// How wide a person wants a pane, remembered on this computer for each layout of the window.
import { useLocalStorage } from '@mantine/hooks'
import type { Breakpoint } from './breakpoint.ts'

/** The wanted width, the way to change it, and the way back to the default. */
export function usePaneWidth(
  pane: string,
  breakpoint: Breakpoint,
  standard: number,
): [width: number, setWidth: (width: number) => void, reset: () => void] {
  const [width, setWidth, reset] = useLocalStorage({
    key: `pane-width:${pane}:${breakpoint}`,
    defaultValue: standard,
    getInitialValueInEffect: false,
  })
  return [Number.isFinite(width) ? width : standard, setWidth, reset]
}
