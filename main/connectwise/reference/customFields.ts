// Reads the custom fields of tickets: by definition, from all definitions, or from any ticket, because every ticket lists all of them.
import type { CustomField } from '../../../shared/reference/collections.ts'
import type { AppError } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import type { ListFailure, ListReading } from '../lists/rowCollector.ts'
import { type KnownRows, type OnRows, isClosed, readSource, type Reader } from './readCollection.ts'
import { isTicketScreen, listResources } from '../lists/resources.ts'
import { rowReader } from '../lists/readRow.ts'

const customFieldsOfTicket = z.object({ customFields: z.array(z.unknown()).nullish() })
const screenSchema = z.object({ screenId: z.string().nullish() })

/** A definition with the screen it is for, where the release tells (OpenAPI model 2025.1). */
type Defined = CustomField & { screen?: string | null | undefined }

const { source, what } = listResources.customFields
const readField = rowReader('customFields')
const readDefined = (raw: unknown): Defined | null => {
  const field = readField(raw)
  return field && { ...field, screen: screenSchema.safeParse(raw).data?.screenId }
}

/** `isWanted` judges by the screen here what a filter may have ignored. */
function fieldsOf(reading: ListReading<Defined>, isWanted: (screen: Defined['screen']) => boolean) {
  const fields = [...reading.rows.values()].flatMap(({ screen, ...field }) =>
    isWanted(screen) ? [field] : [],
  )
  return { ...reading, rows: new Map(fields.map((field) => [field.id, field])) }
}

/** django-connectwise reads them from a ticket, too. */
export async function readCustomFields(
  reader: Reader,
  known: KnownRows<CustomField>,
  onRows: OnRows,
): Promise<ListReading<CustomField>> {
  const filtered = fieldsOf(
    await readSource(reader, source, what, readDefined, known, onRows),
    (screen) => screen == null || isTicketScreen(screen),
  )
  const { error } = filtered
  // Known fields that no definition names came from a ticket.
  if (!error && (filtered.rows.size > 0 || known?.length === 0)) return filtered
  if (error?.code === 'condition-refused' || error?.code === 'request-refused') {
    const { conditions: _screen, ...everywhere } = source
    const all = fieldsOf(
      await readSource(reader, everywhere, what, readDefined, null, onRows),
      isTicketScreen,
    )
    if (!all.error && all.rows.size > 0) return all
  } else if (error && !isClosed(error)) return filtered
  const fields = await fieldsOfTicket(reader)
  if (Array.isArray(fields)) {
    onRows?.(fields.length, fields.length)
    return { ...filtered, rows: new Map(fields.map((field) => [field.id, field])), error: null }
  }
  // Definitions that answered with nothing are an answer, unless more was known than they name.
  if (!error && (fields === null || !known?.length)) return filtered
  return { ...filtered, error: error && isBlocked(error) ? error : (fields ?? (error && untold)) }
}

/** What stands before ConnectWise is a reason of its own: neither role nor release say anything. */
const isBlocked = ({ code }: ListFailure): boolean => code === 'call-blocked'

/** The fields as a ticket lists them; null where no ticket shows any. */
async function fieldsOfTicket({ client, read }: Reader): Promise<CustomField[] | ListFailure | null> {
  const ticket = await client.list(
    '/service/tickets',
    { fields: 'customFields', pageSize: 1 },
    { ...read, what },
  )
  if (!ticket.ok) return isClosed(ticket.error) && !isBlocked(ticket.error) ? hidden : ticket.error
  const raws = customFieldsOfTicket.safeParse(ticket.value.rows[0]).data?.customFields ?? null
  const readRow = rowReader('customFields', { type: 'fieldTypeIdentifier' })
  return raws && raws.flatMap((raw) => readRow(raw) ?? [])
}

const next =
  'Ask the ConnectWise administrator for System > Table Setup > Inquire = All and Service Desk > Service Tickets > Inquire = All, and for one ticket that these keys can see.'

const untold: AppError = {
  code: 'not-found',
  message:
    'This ConnectWise does not tell which custom fields belong to tickets, and no ticket is visible that would list them.',
  next,
}
const hidden: AppError = {
  code: 'not-found',
  message:
    'This ConnectWise does not tell which custom fields belong to tickets, and the role of these keys does not show the tickets that would list them.',
  next,
}
