// Opens the comparison of two relationships: its code comes when it is asked for, not with the palette that offers it.
import type { CompareProps } from './CompareDialog.tsx'

export const showCompare = (chosen: CompareProps = {}): void =>
  void import('./CompareDialog.tsx').then(({ openCompare }) => openCompare(chosen))
