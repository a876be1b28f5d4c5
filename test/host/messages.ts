// What travels over the WebSocket between the page and the app, in both directions.

export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'send'; channel: string; args: unknown[] }

export type ToPage =
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failure'; id: number; message: string }
  | { kind: 'event'; channel: string; args: unknown[] }
  /** A file the app has saved for this page: fetched from `url` as a normal download. */
  | { kind: 'download'; url: string; name: string }
  | { kind: 'reload' }
  /** The app opens one more window at a path of its page. */
  | { kind: 'open'; path: string; width: number; height: number }
  /** A further window goes to another address. */
  | { kind: 'go'; path: string }
  | { kind: 'close' }

/** What a sandboxed preload finds in `process`. */
export type PreloadProcess = {
  platform: string
  arch: string
  versions: Record<string, string | undefined>
  argv: string[]
}
