// Coming back to a window that was out of sight: what another window has changed meanwhile is read again.
import { useEffect } from 'react'
import { readAllAgain } from '../state/queries.ts'

export function useReturn(): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void readAllAgain()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
}
