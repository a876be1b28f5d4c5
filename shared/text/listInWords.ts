// Several things in one sentence: "a, b and c".
import { makeLazily } from './makeLazily.ts'

const format = makeLazily(() => new Intl.ListFormat('en-GB'))

export const listInWords = (things: readonly string[]): string => format().format(things)
