// Makes what is dear to make when it is first needed: a formatter or a collator of the platform loads tables for 10 to 20 ms.

/** Answers with the function that gives the one value, made at its first call. */
export function makeLazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
