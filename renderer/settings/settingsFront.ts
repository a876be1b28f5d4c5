// What other rooms use of the settings: the form, its draft and the lists it offers.
export { SectionNav } from './SectionNav.tsx'
export { SettingsForm } from './SettingsForm.tsx'
export { type DraftForm, useDraft } from './useDraft.ts'
export { type Head, headKeys } from './useDraftSteps.ts'
export { type ReferenceData, useReferenceData, useSmallLists } from './useReferenceData.ts'
