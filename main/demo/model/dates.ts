// Whether a date exists: the engine itself takes 30 February for 2 March.

/** True for a text that begins with a date of the calendar and parses as a whole. */
export const isDate = (text: string): boolean => {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`)
  return (
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text))
  )
}
