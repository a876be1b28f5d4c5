// Runs the rehearsal: the saved keys, then the new ones, each as an ordinary connection test that can be stopped.
import { useCallback, useEffect, useRef } from 'react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import type { NewKeys, Rehearsal } from './rehearsal.ts'
import { keyMark } from '../connectionTest/keyMark.ts'
import { useTest } from '../connectionTest/useTest.ts'

/** One after the other: both are timed alike, and ConnectWise is asked no more at once than by a single test. */
export function useRehearsal({ id, site, companyId, publicKey, clientId }: ConnectionView) {
  const saved = useTest(null)
  const fresh = useTest(null)
  const stopped = useRef(false)
  const stop = useCallback(() => {
    stopped.current = true
  }, [])
  useEffect(() => stop, [stop])

  const compare = async (keys: NewKeys, needs: Needs) => {
    stopped.current = false
    fresh.clear()
    await saved.start({
      credentials: { site, companyId, publicKey, clientId },
      privateKey: null,
      target: { connectionId: id, overrideOf: null },
      needs,
      look: true,
    })
    if (stopped.current) return
    const privateKey = keys.privateKey.trim()
    await fresh.start(
      {
        credentials: { site, companyId, publicKey: keys.publicKey.trim(), clientId: keys.clientId.trim() },
        privateKey,
        target: null,
        needs,
        look: true,
      },
      keyMark(privateKey, null),
    )
  }

  const rehearsal: Rehearsal = { saved: saved.run, fresh: fresh.run }
  return {
    rehearsal,
    compare,
    stop: () => {
      stop()
      saved.stop()
      fresh.stop()
    },
  }
}
