// Counts as people read them: 1,234, "1 ticket", "3 tickets".

const number = new Intl.NumberFormat('en-GB')

/** 1,234 */
export const formatCount = (count: number): string => number.format(count)

/** The word for one or for several: `plural(2, 'entry', 'entries')`. */
export const plural = (count: number, one: string, several = `${one}s`): string =>
  count === 1 ? one : several

/** "1 ticket", "1,234 tickets" */
export const countOf = (count: number, one: string, several?: string): string =>
  `${formatCount(count)} ${plural(count, one, several)}`
