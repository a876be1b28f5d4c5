// Which model of the API is asked for: the newest public one, an older one where it is refused, and at last whatever the server has.

/**
 * The newest public specification, then the one before the rename of fields we read; without a version each endpoint
 * answers with its newest model (ConnectWise Developer Guide).
 */
const versions = ['2026.4', '2025.1', null] as const

const acceptOf = (version: (typeof versions)[number] | undefined): string =>
  version ? `application/vnd.connectwise.com+json; version=${version}` : 'application/json'

/** Remembers what was refused: a version may be missing on a single endpoint (django-connectwise), or on the whole server. */
export function createVersions() {
  const refused = new Map<string, number>()
  let lowest = 0
  let proven = false
  const at = (path: string) => Math.max(lowest, refused.get(endpointOf(path)) ?? 0)
  return {
    accept: (path: string): string => acceptOf(versions[at(path)]),
    worked: () => {
      proven = true
    },
    /** Steps down after a refusal; false when there is nothing further down. */
    stepDown: (path: string, asked: string): boolean => {
      const next = versions.findIndex((version) => acceptOf(version) === asked) + 1
      if (next >= versions.length) return false
      if (proven) refused.set(endpointOf(path), Math.max(next, refused.get(endpointOf(path)) ?? 0))
      else lowest = Math.max(next, lowest)
      return true
    },
  }
}

const endpointOf = (path: string): string => path.replace(/\d+/g, '{id}')
