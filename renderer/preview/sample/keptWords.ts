// Words about kept samples: their size, and the name a new one starts with.
import { sampleNameSchema } from '../../../shared/preview/sample/keptSample.ts'
import type { HeldSample, SampleOrigin } from '../judging/heldSample.ts'
import { countOf } from '../../../shared/text/counts.ts'

const steps = [
  [1024 * 1024, 'MB', 1],
  [1024, 'KB', 0],
] as const

/** A size on the disk as people read it: 1.4 MB. */
export function sizeText(bytes: number): string {
  const step = steps.find(([size]) => bytes >= size)
  return step ? `${(bytes / step[0]).toFixed(step[2])} ${step[1]}` : `${bytes} bytes`
}

/** "1,204 tickets". */
export const ticketsText = (count: number): string => countOf(count, 'ticket')

/** What a sample from there would be called, as long as nobody says otherwise. */
export function suggestedSampleName(origin: SampleOrigin): string {
  switch (origin.kind) {
    case 'library':
      return 'Sample library'
    case 'read':
      return `ConnectWise ${origin.at.slice(0, 10)}`
    case 'file':
      return origin.name.replace(/\.(json|csv)$/i, '').slice(0, 100)
    case 'typed':
      return 'Typed tickets'
    case 'kept':
      return origin.name
  }
}

/** Tells samples apart that tickets were compared with: "incidents, 120 tickets". */
export const sampleWords = ({ origin, entries }: Pick<HeldSample, 'origin' | 'entries'>): string =>
  `${suggestedSampleName(origin)}, ${ticketsText(entries.length)}`

/** The name as it would be stored, null while it cannot be. */
export const usableName = (text: string): string | null => sampleNameSchema.safeParse(text).data ?? null
