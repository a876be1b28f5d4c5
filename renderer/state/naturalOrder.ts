// The order people expect of names: 1, 2, 10, accents and case aside.

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

export const compareNaturally = (one: string, other: string): number => collator.compare(one, other)
