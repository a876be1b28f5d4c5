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
    | 'scalar'
    | 'map'
  max?: number
  values?: readonly string[]
  /** Returned, but refused in conditions. */
  unfilterable?: true
  /** A reference's own type as error texts spell it, e.g. `ServiceStatusReference`. */
  of?: string
  /** What a reference holds: it may follow the name in a path, e.g. `owner/identifier`, and stand in a body. */
  members?: Readonly<Record<string, Kind>>
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
/** An array of plain values or of records without ids; never named in `conditions`. */
export const list: Kind = { type: 'list' }
export const custom: Kind = { type: 'custom' }
/** A custom field's value: of whatever type the field is. */
export const scalar: Kind = { type: 'scalar' }
export const map: Kind = { type: 'map' }
export const text = (max?: number): Kind => ({ type: 'text', ...(max === undefined ? {} : { max }) })
export const oneOf = (...values: string[]): Kind => ({ type: 'enum', values })
export const unfilterable = (kind: Kind): Kind => ({ ...kind, unfilterable: true })

/** A reference by the vendor's name for it; all hold id and name, some hold more (OpenAPI model 2022.1). */
export const reference = (name: string, more: Record<string, Kind> = {}): Kind => ({
  type: 'reference',
  of: `${name}Reference`,
  members: { id: int, name: text(), ...more },
})
export const references = (name: string): Kind => ({ ...reference(name), type: 'references' })
export const toCompany = reference('Company', { identifier: text() })
export const toMember = reference('Member', { identifier: text() })
export const toCountry = reference('Country', { identifier: text() })
export const toDepartment = reference('SystemDepartment', { identifier: text() })
export const toLocation = reference('SystemLocation')
export const toTicket = reference('Ticket', { summary: text() })

/** What may follow an array of custom field values (OpenAPI model 2022.1, 2025.1). */
export const customFieldMembers: Readonly<Record<string, Kind>> = {
  id: int,
  caption: text(),
  type: text(),
  entryMethod: text(),
  numberOfDecimals: int,
  connectWiseId: text(),
  value: scalar,
}

export const billOptions = oneOf('Billable', 'DoNotBill', 'NoCharge', 'NoDefault')
export const levels = oneOf('None', 'My', 'All')
export const licenceClasses = oneOf('A', 'C', 'F', 'X')

/** A record with what every record has: its id, and who changed it when. */
export const model = (name: string, members: Model['members']): Model => ({
  name,
  members: { id: int, ...members, _info: map },
})
