// The order people expect of names: 1, 2, 10, accents and case aside.
import { makeLazily } from '../../shared/text/makeLazily.ts'

const collator = makeLazily(() => new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' }))

export const compareNaturally = (one: string, other: string): number => collator().compare(one, other)
