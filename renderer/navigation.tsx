// Which screen is open, and the question before a screen with unsaved changes is left.
import { modals } from '@mantine/modals'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { forgetKeptDraft, keptDraftOwner } from './settings/keptDraft.ts'

export type View =
  | { name: 'start' }
  | { name: 'overview' }
  | { name: 'connections' }
  | { name: 'connection'; id: string | null }
  | { name: 'newRelationship'; connectionId: string | null }
  | { name: 'relationship'; id: string }
  | { name: 'files' }

type Navigation = {
  view: View
  /** Opens a screen; asks first when the open one has unsaved changes. */
  go: (view: View) => void
  /** Marks the open screen as having unsaved changes, or not. */
  setUnsaved: (unsaved: boolean) => void
}

const Context = createContext<Navigation | null>(null)

/** The start, or the relationship whose unsaved changes a crash has left behind. */
function firstView(): View {
  const id = keptDraftOwner()
  return id === null ? { name: 'start' } : { name: 'relationship', id }
}

/** Holds the open screen for everything below it. */
export function NavigationProvider({ children }: { children: ReactNode }) {
  const [view, setView] = useState<View>(firstView)
  const unsaved = useRef(false)

  const go = useCallback((next: View) => {
    const leave = () => {
      unsaved.current = false
      forgetKeptDraft()
      setView(next)
    }
    if (!unsaved.current) return leave()
    modals.openConfirmModal({
      title: 'Leave without saving?',
      children: 'The changes on this screen are not saved. Leaving discards them.',
      labels: { confirm: 'Discard changes', cancel: 'Stay' },
      confirmProps: { color: 'red' },
      onConfirm: leave,
    })
  }, [])
  const setUnsaved = useCallback((value: boolean) => {
    unsaved.current = value
  }, [])

  // Closing or reloading the window asks the same question, in the browser's words.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])

  const value = useMemo(() => ({ view, go, setUnsaved }), [view, go, setUnsaved])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

/** The open screen and the way to another. */
export function useNavigation(): Navigation {
  const navigation = useContext(Context)
  if (!navigation) throw new Error('useNavigation is used outside of NavigationProvider')
  return navigation
}

/** Tells the navigation that this screen has unsaved changes, until it is closed. */
export function useUnsaved(unsaved: boolean): void {
  const { setUnsaved } = useNavigation()
  useEffect(() => {
    setUnsaved(unsaved)
    return () => setUnsaved(false)
  }, [unsaved, setUnsaved])
}
