// What other rooms use of the settings: the form, its draft and the lists it offers.
export { SectionNav } from './SectionNav.tsx'
export { SettingsForm } from './SettingsForm.tsx'
export { type DraftForm, type Head, headKeys, useDraft } from './useDraft.ts'
export { type ReferenceData, useReferenceData, useSmallLists } from './useReferenceData.ts'
