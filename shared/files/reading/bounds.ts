// How much a file may hold: everything that reads foreign JSON keeps to these, while it reads and not afterwards.

export type Bounds = {
  /** In bytes, as the file is. */
  bytes: number
  /** Lists and objects inside each other. */
  depth: number
  /** Entries of one list, or members of one object. */
  entries: number
  /** Lists and objects altogether: each takes more room in memory than in the file. */
  containers: number
}

const megabyte = 1_000_000

/** Honest files stay far below; a hostile one is refused before it fills the memory. */
export const bounds = {
  relationships: { bytes: 16 * megabyte, depth: 64, entries: 10_000, containers: 1_000_000 },
  reference: { bytes: 128 * megabyte, depth: 64, entries: 1_000_000, containers: 4_000_000 },
  sample: { bytes: 64 * 1024 * 1024, depth: 64, entries: 1_000_000, containers: 4_000_000 },
  bundle: { bytes: 64 * megabyte, depth: 16, entries: 10_000, containers: 100_000 },
} as const satisfies Record<string, Bounds>
