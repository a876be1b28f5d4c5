// What is in the bin, for its page and for the number beside its name.
import { useQuery } from '@tanstack/react-query'
import { readingQuery } from '../state/queries.ts'

export const useBinItems = () => useQuery(readingQuery('bin:list', {}))
