// A relationship whose connection was deleted: what stands in for the connection, and the strip that leads to another one.
import { Button } from '@mantine/core'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Names nothing and reaches nothing, so that the form stays open and editable. */
export const noConnection: ConnectionView = {
  id: '',
  name: 'No connection',
  environment: 'sandbox',
  site: '',
  companyId: '',
  publicKey: '',
  clientId: '',
  revision: 0,
  key: 'needed',
  demo: false,
  fetchedAt: null,
}

export const isDetached = (connection: ConnectionView): boolean => connection === noConnection

export function DetachedNotice({ onChoose }: { onChoose: () => void }) {
  return (
    <Notice
      kind="warning"
      role="status"
      title="No connection"
      action={
        <Button size="xs" onClick={onChoose}>
          Choose a connection…
        </Button>
      }
    >
      Its connection was deleted. Everything below stays and can be edited; lists and tests need a connection.
    </Notice>
  )
}
