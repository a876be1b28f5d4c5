// Who saves a revision or hands a sheet over: the user of the operating system.
import { userInfo } from 'node:os'

/** The login name; some systems cannot tell it, and then it is "unknown". */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return process.env['USER'] ?? process.env['USERNAME'] ?? 'unknown'
  }
}
