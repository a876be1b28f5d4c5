// What a newer version wrote beside what this one knows: it stays where it stood, as long as it is about the same thing.

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a record is about: what was done, for what and when. */
const aboutOf = (value: unknown): string =>
  isMembers(value) ? JSON.stringify([value.of, value.for, value.at]) : ''

function merged(after: unknown, before: unknown): unknown {
  if (Array.isArray(after) && Array.isArray(before)) {
    const earlier = new Map(before.map((one) => [aboutOf(one), one]))
    return after.map((one) => merged(one, earlier.get(aboutOf(one))))
  }
  return isMembers(after) && isMembers(before) && aboutOf(after) === aboutOf(before)
    ? withUnknownMembers(after, before)
    : after
}

/** `after`, which knows all it may change, with the members of `before` that it does not know. */
export const withUnknownMembers = (after: Members, before: Members): Record<string, unknown> => ({
  ...before,
  ...Object.fromEntries(Object.entries(after).map(([name, value]) => [name, merged(value, before[name])])),
})
