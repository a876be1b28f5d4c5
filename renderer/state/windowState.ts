// State that outlives its component: what is open, chosen or typed stays until the window closes, whatever is on the screen.
import { createSharedValue, type SharedValue, useSharedValue } from './sharedValue.ts'

/** What the window remembers of one kind, by key. */
export type WindowState<Value> = (key: string) => SharedValue<Value>

/** Declares what is remembered, once, beside the screen that shows it; under each key it begins with `initial`. */
export function windowState<Value>(initial: Value): WindowState<Value> {
  const stores = new Map<string, SharedValue<Value>>()
  return (key) => {
    const store = stores.get(key) ?? createSharedValue(initial)
    stores.set(key, store)
    return store
  }
}

/** Like useState, remembered under `key`; the third reads the value as it is now. */
export function useWindowState<Value>(
  state: WindowState<Value>,
  key = '',
): [Value, SharedValue<Value>['set'], SharedValue<Value>['get']] {
  const store = state(key)
  return [useSharedValue(store), store.set, store.get]
}
