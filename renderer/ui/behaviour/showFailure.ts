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

/** What main answered in place of a result, where nothing was started that could stand above it. */
export const sayProblem = ({ message, next }: AppError): void =>
  void notifications.show({ color: 'red', title: message, message: next })
