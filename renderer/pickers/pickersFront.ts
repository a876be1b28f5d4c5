// What other rooms use of the pickers: the boxes themselves and the options they offer.
export { CompanyMultiPicker, CompanyPicker } from './CompanyPicker.tsx'
export { useChosenUses } from './chosenUses.ts'
export { KeptPicker } from './KeptPicker.tsx'
export type { ListState } from './listState.ts'
export { allStatusOptions, boardOptions, isRenamed, type Option, statusOptions } from './option.ts'
export { MultiPicker, Picker } from './Picker.tsx'
export { recordOptions, RecordPicker } from './RecordPicker.tsx'
