// The window's content: the frame with the open screen inside, and the palette above everything.
import { assertNever } from '../shared/ipc/result.ts'
import { ConnectionPage } from './connections/ConnectionPage.tsx'
import { ConnectionsPage } from './connections/ConnectionsPage.tsx'
import { FilesPage } from './files/FilesPage.tsx'
import { Frame } from './frame/Frame.tsx'
import { StartPage } from './frame/StartPage.tsx'
import { useNavigation, type View } from './navigation.tsx'
import { Palette } from './palette/Palette.tsx'
import { ScreenActionsProvider } from './palette/screenActions.tsx'
import { NewRelationship } from './relationships/NewRelationship.tsx'
import { Overview } from './relationships/Overview.tsx'
import { RelationshipPage } from './relationships/RelationshipPage.tsx'

export function App() {
  const { view } = useNavigation()
  return (
    <ScreenActionsProvider>
      <Frame>{screen(view)}</Frame>
      <Palette />
    </ScreenActionsProvider>
  )
}

function screen(view: View) {
  switch (view.name) {
    case 'start':
      return <StartPage />
    case 'overview':
      return <Overview />
    case 'connections':
      return <ConnectionsPage />
    case 'connection':
      return <ConnectionPage key={view.id ?? 'new'} id={view.id} />
    case 'newRelationship':
      return <NewRelationship connectionId={view.connectionId} />
    case 'relationship':
      return <RelationshipPage key={view.id} id={view.id} />
    case 'files':
      return <FilesPage />
    default:
      return assertNever(view)
  }
}
