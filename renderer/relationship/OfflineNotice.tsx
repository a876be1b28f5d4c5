// One neutral line while there is no network: what the lists are from, and what waits.
import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '../ui/Notice.tsx'
import { relativeTime } from '../ui/words/time.ts'

/** Offline is normal here: said once for each relationship, and gone by itself when the network is back. */
export function OfflineNotice({ fetchedAt }: { fetchedAt: string | null }) {
  const [dismissed, setDismissed] = useState(false)
  if (dismissed) return null
  return (
    <Notice
      kind="info"
      role="status"
      action={<CloseButton size="sm" aria-label="Dismiss" onClick={() => setDismissed(true)} />}
    >
      <b>Working offline.</b>{' '}
      {fetchedAt ? `Lists are from ${relativeTime(fetchedAt)}.` : 'No lists were read yet.'} Test connection
      and Refresh wait.
    </Notice>
  )
}
