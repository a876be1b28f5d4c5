// Tells of a new version where somebody wants to know; nothing is downloaded.
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { callMain, newCallId } from '../api.ts'

export function useNewVersion(): void {
  useEffect(() => {
    const look = async () => {
      const found = await callMain('app:newVersion', { callId: newCallId() })
      if (!found.ok || found.value.version === null) return
      notifications.show({
        title: `Syncwright ${found.value.version} is there`,
        message: 'Nothing was downloaded. Whoever looks after this computer installs it.',
        autoClose: false,
      })
    }
    void look()
  }, [])
}
