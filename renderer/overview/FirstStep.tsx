// One calm card above the overview: what to do first, until it is done.
import { Button, Group } from '@mantine/core'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { useNavigation, type View } from '../state/navigation.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useExploreDemo } from './useExploreDemo.ts'

type Step = { title: string; sentence: string; action: string; to: View }

function nextStep(connections: readonly ConnectionView[], relationships: number): Step | null {
  const own = connections.filter(({ demo }) => !demo)
  if (connections.length === 0 && relationships > 0)
    return {
      title: 'No connection is left',
      sentence:
        'Relationships stay and can be edited. Bring their connection back from the bin, or connect again and choose it for them.',
      action: 'Open the bin',
      to: { name: 'bin' },
    }
  if (own.length === 0)
    return {
      title: connections.length > 0 ? 'This is the demo organisation' : 'Nothing is set up yet',
      sentence:
        'Connect your own ConnectWise when you are ready. Keys are tested before they are saved, and nothing is ever written to ConnectWise.',
      action: 'Connect to ConnectWise',
      to: { name: 'connection', id: null },
    }
  const [needy] = own.filter(({ key }) => key === 'needed')
  if (relationships === 0)
    return {
      title: 'No relationship yet',
      sentence: 'A relationship pairs your ConnectWise with one partner organisation.',
      action: 'Set up a relationship',
      to: { name: 'newRelationship', connectionId: null },
    }
  return needy
    ? {
        title: `${needy.name} needs its keys`,
        sentence: 'Its lists can be read again once the private key is entered on this computer.',
        action: 'Enter the keys',
        to: { name: 'connection', id: needy.id },
      }
    : null
}

export function FirstStep(props: { connections: readonly ConnectionView[]; relationships: number }) {
  const { go } = useNavigation()
  const explore = useExploreDemo()
  const step = nextStep(props.connections, props.relationships)
  if (!step) return null
  const { title, sentence, action, to } = step
  const isDemoAlone = props.connections.length > 0 && props.connections.every(({ demo }) => demo)
  return (
    <Notice
      kind="info"
      title={<bdi>{title}</bdi>}
      action={
        <Group gap={8} wrap="nowrap">
          {isDemoAlone && (
            <Button size="xs" variant="default" loading={explore.isPending} onClick={explore.run}>
              Explore the demo organisation
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => go(to)}>
            {action}
          </Button>
        </Group>
      }
    >
      {sentence}
    </Notice>
  )
}
