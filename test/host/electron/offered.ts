// What the host may offer of a module of Electron: names that Electron declares, with functions that take what it passes.

type Handler = ((...given: never[]) => unknown) | null

/**
 * For `satisfies`: a member that Electron does not have, or has with other parameters, does not compile. What the app hands in
 * to be called is the host's to call.
 */
export type Offered<T> = {
  [Name in keyof T]?: T[Name] extends (...args: infer Parameters) => unknown
    ? Parameters extends [Handler, ...unknown[]] | [unknown, Handler, ...unknown[]]
      ? (...args: never[]) => unknown
      : (...args: Parameters) => unknown
    : unknown
}
