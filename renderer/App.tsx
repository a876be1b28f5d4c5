// The window's content: the frame with the open screen inside; what lies above every screen follows the first paint.
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { assertNever } from '../shared/result.ts'
import { Frame } from './frame/Frame.tsx'
import { StartPage } from './overview/StartPage.tsx'
import { useAppSettings } from './state/appSettings.ts'
import { useNavigation, type View } from './state/navigation.tsx'
import { useConnections } from './state/queries.ts'
import { ScreenActionsProvider } from './ui/screen/screenActions.tsx'

// The start loads with the window; every other screen brings its own code when it is first opened.
const ConnectionPage = lazy(() => import('./connections/ConnectionPage.tsx'))
const ConnectionsPage = lazy(() => import('./connections/ConnectionsPage.tsx'))
const FilesPage = lazy(() => import('./files/FilesPage.tsx'))
const NewRelationship = lazy(() => import('./overview/NewRelationship.tsx'))
const BinPage = lazy(() => import('./bin/BinPage.tsx'))
const RelationshipPage = lazy(() => import('./relationship/RelationshipPage.tsx'))
const ReplaceEverywhere = lazy(() => import('./fleet/ReplaceEverywhere.tsx'))
const WhereUsed = lazy(() => import('./fleet/WhereUsed.tsx'))
const RowMenu = lazy(() => import('./overview/RowMenu.tsx'))
const Later = lazy(() => import('./frame/Later.tsx'))

export function App() {
  const { view } = useNavigation()
  // Times are written while drawing: in another language everything is drawn again.
  useAppSettings()
  return (
    <ScreenActionsProvider>
      <Frame RowMenu={RowMenu}>
        <Suspense>{screen(view)}</Suspense>
      </Frame>
      <AfterFirstPaint>
        <Suspense>
          <Later />
        </Suspense>
      </AfterFirstPaint>
    </ScreenActionsProvider>
  )
}

/** Waits until the first screen is painted and nothing else is to be done. */
function AfterFirstPaint({ children }: { children: ReactNode }) {
  const [painted, setPainted] = useState(false)
  // Nothing is to be done while the first answers are waited for, either: they come first.
  const { isPending } = useConnections()
  useEffect(() => {
    if (isPending) return
    const whenIdle = () => requestIdleCallback(() => setPainted(true), { timeout: 500 })
    // The thread may be idle before the frame as well, and is while the frame is handed over. A hidden window has no frames.
    if (document.hidden) whenIdle()
    else requestAnimationFrame(() => setTimeout(whenIdle))
  }, [isPending])
  return painted && children
}

function screen(view: View) {
  switch (view.name) {
    case 'start':
      return <StartPage />
    case 'connections':
      return <ConnectionsPage />
    case 'connection':
      return <ConnectionPage key={view.id ?? 'new'} id={view.id} />
    case 'newRelationship':
      return <NewRelationship connectionId={view.connectionId} />
    case 'relationship':
      return <RelationshipPage key={view.id} id={view.id} startAt={view.startAt} />
    case 'files':
      return <FilesPage />
    case 'bin':
      return <BinPage />
    case 'whereUsed':
      return <WhereUsed target={view.target} record={view.record} />
    case 'replace':
      return (
        <ReplaceEverywhere
          key={`${view.record.collection}:${view.record.id}`}
          target={view.target}
          record={view.record}
        />
      )
    default:
      return assertNever(view)
  }
}
