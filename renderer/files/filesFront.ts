// What other rooms use of files: the bundle of a relationship, the matches of an import and the words of an export.
export { BundleDialog } from './BundleDialog.tsx'
export { exportedWords, sheetWords } from './exportWords.ts'
export { labelOf } from './review/importedChanges.ts'
export { MatchTable } from './review/MatchTable.tsx'
