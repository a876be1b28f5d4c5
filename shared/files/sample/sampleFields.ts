// The fields of a partner ticket that a table can give, and the names other systems have for them.

/** Per field its names in other systems, in the order in which they are looked for. */
export const fieldNames = {
  key: ['key', 'issue key', 'ticket number', 'case number', 'number', 'ticket', 'ticket id', 'id'],
  summary: ['summary', 'short description', 'summary description', 'ticket title', 'title', 'subject'],
  description: ['description', 'details', 'body'],
  status: ['status', 'state', 'current status'],
  priority: ['priority'],
  requesterName: [
    'requester name',
    'requester',
    'contact name',
    'contact',
    'caller',
    'caller id',
    'reporter',
    'user name',
    'user',
  ],
  requesterEmail: [
    'requester email',
    'contact email',
    'caller id.email',
    'user email',
    'from email',
    'e-mail',
  ],
  createdAt: [
    'created at',
    'created',
    'date entered',
    'date created',
    'created time',
    'opened at',
    'opened',
    'date occurred',
  ],
  updatedAt: ['updated at', 'updated', 'last updated', 'last modified', 'sys updated on'],
} as const satisfies Record<string, readonly string[]>

export type SampleField = keyof typeof fieldNames

/** In the order of the published format. */
export const sampleFields = Object.keys(fieldNames) as SampleField[]

export const fieldLabels: Record<SampleField, string> = {
  key: 'Key',
  summary: 'Summary',
  description: 'Description',
  status: 'Status',
  priority: 'Priority',
  requesterName: 'Requester name',
  requesterEmail: 'Requester e-mail',
  createdAt: 'Created',
  updatedAt: 'Updated',
}

/** Without a key a row is none, and without a summary a ticket fails: a sample has to give both. */
export const requiredFields = ['key', 'summary'] as const satisfies readonly SampleField[]

/** Names that mean the same: case, blanks, `_`, `-` and `#` do not matter. */
export const foldHeader = (name: string): string => name.toLowerCase().replace(/[\s_#-]+/g, '')

/** Which column gives each field, by its place. */
export type Assignment = Readonly<Partial<Record<SampleField, number>>>

/** Every field's first name that is there; a column fills one field at most. */
export function assignByName(columns: readonly string[], given: Assignment = {}): Assignment {
  const places = new Map<string, number>()
  const isGiven = new Set(Object.values(given))
  const put = (folded: string, index: number): void => {
    if (folded !== '' && !isGiven.has(index) && !places.has(folded)) places.set(folded, index)
  }
  for (const [index, name] of columns.entries()) put(foldHeader(name), index)
  // `requester.email`: a member of a record, where no column has the name itself.
  for (const [index, name] of columns.entries()) put(foldHeader(name).replaceAll('.', ''), index)
  const found = sampleFields.flatMap((field): [SampleField, number][] => {
    const own = given[field]
    if (own !== undefined) return [[field, own]]
    const place = fieldNames[field]
      .map((name) => places.get(foldHeader(name)))
      .find((each) => each !== undefined)
    return place === undefined ? [] : [[field, place]]
  })
  return Object.fromEntries(found)
}

/** The fields a column could give by its name, chosen for it or not. */
export const fieldsByName = (column: string): SampleField[] => {
  const folded = foldHeader(column)
  return folded === ''
    ? []
    : sampleFields.filter((field) => fieldNames[field].some((name) => foldHeader(name) === folded))
}
