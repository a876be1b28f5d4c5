// One value that can be read, changed and listened to at any time, also when nothing on the screen shows it.
import { useSyncExternalStore } from 'react'

export type SharedValue<Value> = {
  get: () => Value
  /** Takes the new value, or a function of the value before. */
  set: (update: Value | ((before: Value) => Value)) => void
  /** Answers with the function that stops listening. */
  subscribe: (listener: () => void) => () => void
}

const isFunction = <Value>(update: Value | ((before: Value) => Value)): update is (before: Value) => Value =>
  typeof update === 'function'

/** A store for values that are not functions themselves. */
export function createSharedValue<Value>(initial: Value): SharedValue<Value> {
  const listeners = new Set<() => void>()
  let value = initial
  return {
    get: () => value,
    set(update) {
      value = isFunction(update) ? update(value) : update
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value of a store, drawn again with every change. */
export const useSharedValue = <Value>(store: SharedValue<Value>): Value =>
  useSyncExternalStore(store.subscribe, store.get)
