// What the open screen can do: named actions the palette lists, each with the keys that run it anywhere on the screen.
import { createContext, type ReactNode, use, useEffect, useId, useState } from 'react'
import { useShortcuts } from '../behaviour/shortcuts.ts'

export type ScreenAction = {
  label: string
  /** As `mod+S`; they work in text fields too. */
  keys?: readonly string[]
  /** The key the palette shows. */
  hint?: string
  run: () => void
}

type Offers = Map<string, readonly ScreenAction[]>

const Context = createContext<Offers | null>(null)

const useOffers = (): Offers => {
  const offers = use(Context)
  if (!offers) throw new Error('Screen actions are used outside of ScreenActionsProvider')
  return offers
}

/** Holds the actions of the screens below it. */
export function ScreenActionsProvider({ children }: { children: ReactNode }) {
  const [offers] = useState<Offers>(() => new Map())
  return <Context value={offers}>{children}</Context>
}

/** Offers these actions, and their keys, for as long as the calling component is on the screen. */
export function useScreenActions(actions: readonly ScreenAction[]): void {
  const offers = useOffers()
  const id = useId()
  useEffect(() => {
    offers.set(id, actions)
    return () => {
      offers.delete(id)
    }
  })
  useShortcuts(actions.flatMap(({ keys = [], run }) => keys.map((key) => [key, run] as const)))
}

/** Reads what is on offer at the moment it is called. */
export function useOfferedActions(): () => ScreenAction[] {
  const offers = useOffers()
  return () => [...offers.values()].flat()
}
