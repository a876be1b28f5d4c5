// What is in the bin, for its page and for the number beside its name.
import { useQuery } from '@tanstack/react-query'
import { reading } from '../state/queries.ts'

export const useBinItems = () => useQuery(reading('bin:list', {}))
