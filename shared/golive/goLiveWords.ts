// How far one is on the way to the live service, in a word: the furthest that was reached; `to check` while the first sync did not come as expected.
export const goLiveWords = ['not begun', 'begun', 'synced', 'to check', 'verified', 'live'] as const
export type GoLiveWord = (typeof goLiveWords)[number]
