// Which screen is open, and the question before a screen with unsaved changes is left.
import {
  createContext,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { FieldPath } from '../../shared/relationship/fields.ts'
import type { RecordKey } from '../../shared/fleet/recordKey.ts'
import { openQuestion } from '../openDialog.ts'
import { editedRelationship, forgetDraft } from './draftKeeper.ts'
import { holdTyping } from './kept/typedAhead.ts'
import { interruptedForm, type NewForm } from './kept/typedForm.ts'

/** A ConnectWise record with the name the person knows it by. */
export type NamedRecord = RecordKey & { name: string }

export type View =
  | { name: 'start' }
  | { name: 'connections' }
  | { name: 'connection'; id: string | null }
  | { name: 'newRelationship'; connectionId: string | null }
  /** `startAt`: the setting the cursor stands in. */
  | { name: 'relationship'; id: string; startAt?: FieldPath }
  | { name: 'files' }
  | { name: 'bin' }
  | { name: 'whereUsed'; target: ApiTarget | null; record: NamedRecord | null }
  | { name: 'replace'; target: ApiTarget; record: NamedRecord }

type Navigation = {
  view: View
  /** Opens a screen; asks first when the open one has unsaved changes. */
  go: (view: View) => void
  /** For work that ends later with a new screen: goes there unless the person has gone somewhere else meanwhile. */
  goFromHere: () => (view: View) => void
  /** To the screen before, and forth again, as a browser does; asks as `go` does. */
  back: () => void
  forward: () => void
  /** Marks the open screen as having unsaved changes, or not. */
  setUnsaved: (unsaved: boolean) => void
}

const Context = createContext<Navigation | null>(null)

/** As many screens can be gone back to. */
const trailLength = 50

const isSameView = (one: View, other: View): boolean => JSON.stringify(one) === JSON.stringify(other)

const viewOfForm: Readonly<Record<NewForm, View>> = {
  newConnection: { name: 'connection', id: null },
  newRelationship: { name: 'newRelationship', connectionId: null },
}

/** The start, or what a crash or a reload has interrupted: unsaved changes of a relationship, a form half filled in. */
function firstView(): View {
  const id = editedRelationship()
  if (id !== null) return { name: 'relationship', id }
  const form = interruptedForm()
  return form ? viewOfForm[form] : { name: 'start' }
}

/** Screens that put the cursor into a field. */
const beginsWithField = (view: View): boolean =>
  view.name === 'newRelationship' ||
  (view.name === 'connection' && view.id === null) ||
  (view.name === 'relationship' && view.startAt !== undefined)

/** Holds the open screen for everything below it. */
export function NavigationProvider({ children }: { children: ReactNode }) {
  const [view, setView] = useState<View>(firstView)
  const unsaved = useRef(false)
  /** Where the person wants to be; the screen follows when its code is there. */
  const wanted = useRef(view)
  /** Called when the wanted screen is there. */
  const arrive = useRef<() => void>(undefined)
  const trail = useRef<{ past: readonly View[]; future: readonly View[] }>({ past: [], future: [] })

  const open = useCallback((next: View, leaving: () => void) => {
    const leave = () => {
      unsaved.current = false
      forgetDraft()
      leaving()
      wanted.current = next
      arrive.current = beginsWithField(next) ? holdTyping() : undefined
      // The screen that is left stays until the code of the next one is there.
      startTransition(() => setView(next))
    }
    if (!unsaved.current) return leave()
    openQuestion({
      title: 'Leave without saving?',
      children: 'The changes on this screen are not saved. Leaving discards them.',
      labels: { confirm: 'Discard changes', cancel: 'Stay' },
      confirmProps: { color: 'red' },
      onConfirm: leave,
    })
  }, [])
  const go = useCallback(
    (next: View) =>
      open(next, () => {
        if (isSameView(next, wanted.current)) return
        trail.current = { past: [...trail.current.past.slice(-trailLength), wanted.current], future: [] }
      }),
    [open],
  )
  const back = useCallback(() => {
    const { past, future } = trail.current
    const to = past.at(-1)
    if (to)
      open(to, () => {
        trail.current = { past: past.slice(0, -1), future: [wanted.current, ...future] }
      })
  }, [open])
  const forward = useCallback(() => {
    const { past, future } = trail.current
    const [to, ...rest] = future
    if (to)
      open(to, () => {
        trail.current = { past: [...past, wanted.current], future: rest }
      })
  }, [open])
  const goFromHere = useCallback(() => {
    const here = wanted.current
    return (next: View) => {
      if (wanted.current === here) go(next)
    }
  }, [go])
  const setUnsaved = useCallback((value: boolean) => {
    unsaved.current = value
  }, [])

  useEffect(() => {
    if (wanted.current === view) arrive.current?.()
  }, [view])

  // Closing or reloading the window asks the same question, in the browser's words.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])

  const value = useMemo(
    () => ({ view, go, goFromHere, back, forward, setUnsaved }),
    [view, go, goFromHere, back, forward, setUnsaved],
  )
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
