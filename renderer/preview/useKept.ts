// State that outlives its component: a preview keeps its sample and its selection while another tab or layout is open.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'

type Update<Value> = Value | ((previous: Value) => Value)

const isFunction = <Value>(update: Update<Value>): update is (previous: Value) => Value =>
  typeof update === 'function'

/** Like useState, kept under `key` until the window closes. Values are held as they are, never copied or compared. */
export function useKept<Value>(
  key: readonly string[],
  initial: Value,
): [Value, (update: Update<Value>) => void] {
  const client = useQueryClient()
  const first = useRef(initial)
  const name = JSON.stringify(key)
  const { data } = useQuery<Value>({
    queryKey: ['kept', name],
    enabled: false,
    initialData: initial,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
  const set = useCallback(
    (update: Update<Value>) => {
      client.setQueryData<Value>(['kept', name], (previous) =>
        isFunction(update) ? update(previous === undefined ? first.current : previous) : update,
      )
    },
    [client, name],
  )
  return [data === undefined ? initial : data, set]
}
