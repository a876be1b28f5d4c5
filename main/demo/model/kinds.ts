// What a member of a ConnectWise model can be: its JSON type, limits, and whether conditions may name it.

export type Kind = {
  type:
    | 'int'
    | 'number'
    | 'text'
    | 'flag'
    | 'date'
    | 'enum'
    | 'reference'
    | 'references'
    | 'list'
    | 'custom'
    | 'map'
  max?: number
  values?: readonly string[]
  /** Returned, but refused in conditions. */
  unfilterable?: true
}

export type Model = {
  /** The type's name as error texts spell it, e.g. `ServiceNote`. */
  name: string
  members: Readonly<Record<string, Kind>>
}

export const int: Kind = { type: 'int' }
export const number: Kind = { type: 'number' }
export const flag: Kind = { type: 'flag' }
export const date: Kind = { type: 'date' }
export const reference: Kind = { type: 'reference' }
export const references: Kind = { type: 'references' }
/** An array of plain values or of records without ids; never named in `conditions`. */
export const list: Kind = { type: 'list' }
export const custom: Kind = { type: 'custom' }
export const map: Kind = { type: 'map' }
export const text = (max?: number): Kind => ({ type: 'text', ...(max === undefined ? {} : { max }) })
export const oneOf = (...values: string[]): Kind => ({ type: 'enum', values })
export const unfilterable = (kind: Kind): Kind => ({ ...kind, unfilterable: true })

/** What may follow a reference's name in a path, e.g. `board/id`, `owner/identifier`, `priority/sort`. */
export const referenceMembers: Readonly<Record<string, Kind>> = {
  id: int,
  name: text(),
  identifier: text(),
  sort: int,
}

/** What may follow an array of custom field values (OpenAPI model 2022.1, 2025.1). */
export const customFieldMembers: Readonly<Record<string, Kind>> = {
  id: int,
  caption: text(),
  type: text(),
  entryMethod: text(),
  numberOfDecimals: int,
  connectWiseId: text(),
}

export const billOptions = oneOf('Billable', 'DoNotBill', 'NoCharge', 'NoDefault')
export const levels = oneOf('None', 'My', 'All')
export const licenceClasses = oneOf('A', 'C', 'F', 'X')
