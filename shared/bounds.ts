// How much of everything foreign is taken, and which signs: each border keeps to these while it reads, and docs/security.md lists them.

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
const mebibyte = 1024 * 1024

/** A bound as it is told: "64 MB", whichever of the two it counts in. */
export const sayMegabytes = (bytes: number): string =>
  `${bytes / (bytes % mebibyte === 0 ? mebibyte : megabyte)} MB`

/** Honest files stay far below; a hostile one is refused before it fills the memory. */
const files = {
  relationships: { bytes: 16 * megabyte, depth: 64, entries: 10_000, containers: 1_000_000 },
  reference: { bytes: 128 * megabyte, depth: 64, entries: 1_000_000, containers: 4_000_000 },
  sample: { bytes: 64 * mebibyte, depth: 64, entries: 1_000_000, containers: 4_000_000 },
  bundle: { bytes: 64 * megabyte, depth: 16, entries: 10_000, containers: 100_000 },
} as const satisfies Record<string, Bounds>

export const bounds = {
  files,
  /** A bundle unpacked: its parts, all of them together, and its manifest and credentials. */
  zip: { entries: 2000, bytes: 400 * megabyte, manifest: 4 * megabyte },
  /** One answer of a server. A real `Link` header names four addresses of at most 2000 characters. */
  answer: { bytes: 64 * mebibyte, depth: 64, linkHeader: 16_384 },
  /** One list, of however many answers: far above any organisation, and what a computer that runs the app has to spare. */
  list: { rows: 1_000_000, bytes: 512 * mebibyte },
  /** What is looked at of a server's words, in characters. */
  words: { failure: 4_000, page: 20_000 },
  /** What people type and paste, in characters: files and calls have the same limits, far above what anybody types. */
  typed: { site: 2_000, name: 2_000, id: 100, publicKey: 200, privateKey: 10_000, pasted: 20_000 },
  /** One call of the page: the text of a file, a draft in characters, how many things it may name, and the longest list in it. */
  call: { text: 64 * mebibyte, draft: 8 * mebibyte, ids: 10_000, list: 100_000 },
  policy: { bytes: megabyte, sites: 1_000, host: 500 },
} as const

/** Signs no site and no company ID may hold: controls, marks of direction, and what no font draws. */
export const hiddenSigns = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u

/** The text of a policy, or of one of its locks. */
export const policyTextBounds: Bounds = { ...files.bundle, bytes: bounds.policy.bytes }
