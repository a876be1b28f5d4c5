// What other rooms use of connections: their tests, their refreshes, and whether one can be reached.
export { ChangedRecords } from './refresh/ChangedRecords.tsx'
export { endedShort, RefreshOutcome } from './refresh/RefreshOutcome.tsx'
export { useRefresh } from './refresh/useRefresh.ts'
export { keyMark } from './connectionTest/keyMark.ts'
export { TestPanel } from './connectionTest/TestPanel.tsx'
export { isOutdated, rightsIn, type Tested, type TestRun } from './connectionTest/testRun.ts'
export { useLiveReason } from './connectionTest/useLiveReason.ts'
export { keepTestOfSavedKey } from './connectionTest/useTest.ts'
