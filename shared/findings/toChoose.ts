// Which findings only say that something is still to be chosen: progress in a new relationship, not mistakes.
import type { Finding } from './findingSeverities.ts'

/** Whether the finding goes away by choosing a value where there is none. */
export const isToChoose = ({ code }: Pick<Finding, 'code'>): boolean => code.endsWith('-required')
