// A failure said above everything else, for work whose button may be out of sight by the time it ends.
import { notifications } from '@mantine/notifications'
import type { AppError } from '../../../shared/result.ts'
import { problemOf } from '../../state/queries.ts'

/** Long enough to be read, what to do next included. */
const patience = 15_000

export const showFailure = (title: string, error: unknown): void => {
  const { message, next = '' } = problemOf(error)
  notifications.show({ color: 'red', title, message: `${message} ${next}`.trim(), autoClose: patience })
}

/** Does the work, and says under this title why where it fails; answers whether it was done. */
export async function attempt(title: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    showFailure(title, error)
    return false
  }
}

/** What main answered in place of a result, where nothing was started that could stand above it. */
export const sayProblem = ({ message, next }: AppError): void =>
  void notifications.show({ color: 'red', title: message, message: next })
