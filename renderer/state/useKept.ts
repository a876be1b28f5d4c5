// State that outlives its component: a preview keeps its sample and its selection while another tab or layout is open.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { type Cell, createCell } from './store.ts'

/** The cell of `name`, made on first use and kept as long as the cache itself. */
function cellOf<Value>(client: QueryClient, name: string, initial: Value): Cell<Value> {
  const queryKey = ['kept', name]
  const known = client.getQueryData<Cell<Value>>(queryKey)
  if (known) return known
  const cell = createCell(initial)
  // A cell has no observer in the cache, so nothing but this keeps it from being collected.
  client.setQueryDefaults(['kept'], { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false })
  client.setQueryData(queryKey, cell)
  return cell
}

/** Like useState, kept under `key` until the window closes; `initial` counts on first use only. The third reads the value as it is now. */
export function useKept<Value>(
  key: readonly string[],
  initial: Value,
): [Value, Cell<Value>['set'], Cell<Value>['get']] {
  const client = useQueryClient()
  const name = JSON.stringify(key)
  const cell = useMemo(() => cellOf(client, name, initial), [client, name, initial])
  return [useSyncExternalStore(cell.subscribe, cell.get), cell.set, cell.get]
}
