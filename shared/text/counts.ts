// Counts as people read them: 1,234, "1 ticket", "3 tickets".

/** 1,234; of whole numbers. The platform's format takes 10 ms to make, and the first screen shows counts. */
export const formatCount = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')

/** The word for one or for several: `plural(2, 'entry', 'entries')`. */
export const plural = (count: number, one: string, several = `${one}s`): string =>
  count === 1 ? one : several

/** "1 ticket", "1,234 tickets" */
export const countOf = (count: number, one: string, several?: string): string =>
  `${formatCount(count)} ${plural(count, one, several)}`
