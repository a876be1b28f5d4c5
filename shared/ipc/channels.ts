// The names of all calls. Apart from the contract so that the sandboxed preload needs nothing but this list.
export const channels = [
  'app:info',
  'app:diagnostics',
  'app:nextWish',
  'calls:cancel',
  'connections:list',
  'connections:save',
  'connections:rotate',
  'connections:remove',
  'connections:test',
  'demo:open',
  'reference:refresh',
  'reference:get',
  'companies:search',
  'companies:lookup',
  'relationships:list',
  'relationships:create',
  'relationships:get',
  'relationships:save',
  'relationships:remove',
  'relationships:undoRemove',
  'relationships:duplicate',
  'relationships:revisions',
  'relationships:revision',
  'samples:read',
  'samples:list',
  'samples:keep',
  'samples:load',
  'samples:remove',
  'files:export',
  'files:exportBundle',
  'files:handover',
  'files:readImport',
  'files:readBundle',
  'files:planImport',
  'files:applyImport',
  'files:undoImport',
] as const

export type Channel = (typeof channels)[number]

/** The one event main sends to the page; it carries the id of the call it belongs to. */
export const progressEvent = 'progress'
