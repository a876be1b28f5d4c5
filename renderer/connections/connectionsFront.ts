// What other rooms use of connections: their tests, their refreshes, and whether one can be reached.
export { endedShort, RefreshOutcome } from './refresh/RefreshOutcome.tsx'
export { useRefresh } from './refresh/useRefresh.ts'
export { keyMark } from './test/keyMark.ts'
export { TestPanel } from './test/TestPanel.tsx'
export { isOutdated, rightsIn, type TestRun } from './test/testRun.ts'
export { useLiveReason } from './test/useLiveReason.ts'
export { keepTestOfSavedKey } from './test/useTest.ts'
