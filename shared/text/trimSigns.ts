// Takes signs off both ends of a text, from outside in: a pattern that looks for the last ones would begin at every sign.

/** The text without the signs in front that fit `opening`, and without those at the end that fit `closing`. */
export function trimSigns(text: string, opening: RegExp, closing: RegExp): string {
  const signs = Array.from(text)
  let [start, end] = [0, signs.length]
  while (start < end && opening.test(signs[start] ?? '')) start += 1
  while (start < end && closing.test(signs[end - 1] ?? '')) end -= 1
  return signs.slice(start, end).join('')
}
