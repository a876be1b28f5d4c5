// Names what the host does not offer: a call, a construction or a look inside throws a sentence with the name.

// What promises, JSON and module interop ask of any object.
const askedByTheLanguage = new Set(['then', 'toJSON', '__esModule', 'default'])

const refuse = (what: string): never => {
  throw new Error(`browser host: ${what} is not available`)
}

/** Stands for one thing Electron has and the host does not; may be passed around, but not used. */
export const missing = (name: string): unknown =>
  new Proxy(function unavailable() {}, {
    apply: () => refuse(`electron.${name}()`),
    construct: () => refuse(`new electron.${name}()`),
    get: (_, key) =>
      typeof key === 'symbol' || askedByTheLanguage.has(key) ? undefined : refuse(`electron.${name}.${key}`),
  })

/** The same object, with `missing` for every name it does not have. */
export const onlyThese = <T extends object>(name: string, members: T): T =>
  new Proxy(members, {
    get: (target, key) =>
      key in target || typeof key === 'symbol' || askedByTheLanguage.has(key)
        ? Reflect.get(target, key)
        : missing(`${name}.${key}`),
  })

/** An event object of Electron: whoever listens may prevent the default. */
export const preventable = (more: object = {}) => {
  const event = {
    ...more,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

/** The same object, but Electron refuses to have it used before it is ready. */
export const onlyWhenReady = <T extends object>(name: string, isReady: () => boolean, members: T): T =>
  new Proxy(members, {
    get: (target, key) => {
      if (typeof key !== 'symbol' && !askedByTheLanguage.has(key) && !isReady())
        throw new Error(`${name}.${key} can only be used after app is ready`)
      return Reflect.get(target, key)
    },
  })
