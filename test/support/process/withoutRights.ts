// Runs work as a user for whom read-only means read-only: an administrator may write everywhere on Linux.

/** The user without rights on every system. */
const nobody = 65_534

/** What `work` answers; as an administrator it runs as nobody, and this user is back afterwards. */
export async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(nobody)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
