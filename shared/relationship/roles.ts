// The two sides of a sync, with their words. Without the schema library: the first screen shows them and checks nothing.
export const roles = ['source', 'target'] as const
export type Role = (typeof roles)[number]
export const roleWords = { source: 'Source', target: 'Target' } as const satisfies Record<Role, string>
