// The sample library, inbound: made-up partner tickets, each there to show one consequence of the settings.
import { isApiMember, memberName } from '../../reference/collections.ts'
import type { Reference } from '../../reference/lookup.ts'
import type { LibraryTicket } from './libraryTicket.ts'
import type { PartnerTicket } from '../sample/sample.ts'

const person = { name: 'Mara Lindqvist', email: 'mara.lindqvist@example.test' }
const work = { start: '2026-11-20T09:00:00Z', end: '2026-11-20T09:45:00Z' }

const words = 'The connection to the head office drops every twenty minutes and comes back by itself. '

/** Filler text of an exact length in UTF-16 units. */
const long = (length: number): string => words.repeat(Math.ceil(length / words.length)).slice(0, length)

/** A member and a work role time entries can name: from the reference data, else names nobody has to know. */
function knownNames(reference: Reference | null) {
  const members = [...(reference?.members?.values() ?? [])]
  const member = members.find((row) => row.inactiveFlag !== true && !isApiMember(row))
  const role = [...(reference?.workRoles?.values() ?? [])].find((row) => row.inactiveFlag !== true)
  return { memberName: member ? memberName(member) : 'Dana Reyes', workRole: role?.name ?? 'Engineer' }
}

type Case = Omit<PartnerTicket, 'key'> & { key: string; purpose: string }

const cases = (reference: Reference | null): Case[] => {
  const known = { ...knownNames(reference), ...work }
  return [
    {
      key: 'LIB-PLAIN',
      purpose: 'A plain ticket with one public comment',
      summary: 'Printer offline in reception',
      description: 'Nothing comes out, the display says offline.',
      status: 'New',
      priority: 'Medium',
      requester: person,
      comments: [{ type: 'public', author: 'Mara Lindqvist', body: 'It worked yesterday.' }],
    },
    { key: 'LIB-MINIMAL', purpose: 'Nothing but a key and a title', summary: 'Please call back' },
    { key: 'LIB-NO-TITLE', purpose: 'No title', summary: '   ', description: 'The title was left empty.' },
    {
      key: 'LIB-LONG-TITLE',
      purpose: 'A title of 300 characters',
      summary: long(300),
      description: 'Since Monday.',
    },
    {
      key: 'LIB-EMOJI',
      purpose: 'Emoji and right-to-left text, with an emoji across the cut',
      summary: `${'Café Übersee '.repeat(7)}الطابعة 👩‍👩‍👧‍👦🖨️ لا تعمل`,
      description: 'שלום, המדפסת לא עובדת 🖨️',
    },
    {
      key: 'LIB-MARKUP',
      purpose: 'Quotes, markup and line breaks in the text',
      summary: 'Screen shows "C:\\temp" & <b>nothing else</b>',
      description: 'Line one\r\nLine two\twith a tab\n<script>alert(1)</script>',
    },
    {
      key: 'LIB-CLOSED',
      purpose: 'Closed at the partner: its status is not mapped',
      summary: 'Password reset for the front desk',
      status: 'Closed',
      priority: 'Critical',
    },
    {
      key: 'LIB-COMMENTS',
      purpose: 'One comment of each type, one empty',
      summary: 'Mailbox full',
      comments: [
        { type: 'public', author: 'Mara Lindqvist', body: 'I cannot send mail.' },
        { type: 'internal', author: 'Oskar Brandt', body: 'Customer is over quota, offer the larger plan.' },
        { type: 'resolution', author: 'Oskar Brandt', body: 'Archive enabled, 40 GB moved.' },
        { type: 'public', author: 'Mara Lindqvist', body: '  \n ' },
      ],
    },
    {
      key: 'LIB-INTERNAL',
      purpose: 'An internal note only',
      summary: 'Contract question',
      comments: [
        { type: 'internal', author: 'Oskar Brandt', body: 'Do not mention the price increase yet.' },
      ],
    },
    {
      key: 'LIB-ATTACHMENTS',
      purpose: 'A huge attachment and one without a name',
      summary: 'Crash dump attached',
      attachments: [
        { fileName: 'memory.dmp', size: 8_589_934_592, contentType: 'application/octet-stream' },
        { size: 12_345 },
      ],
    },
    {
      key: 'LIB-TIME',
      purpose: 'A time entry of a known member, with notes',
      summary: 'Firewall firmware update',
      timeEntries: [{ ...known, notes: 'Updated to 7.4.2 and rebooted.' }],
    },
    {
      key: 'LIB-HOURS',
      purpose: 'A time entry with hours instead of an end, in another time zone',
      summary: 'Monthly patch window',
      timeEntries: [{ ...known, start: '2026-11-20T22:30:00+02:00', end: null, hours: 1.5 }],
    },
    {
      key: 'LIB-UNKNOWN-MEMBER',
      purpose: 'A time entry of somebody ConnectWise does not know',
      summary: 'UPS battery replaced',
      timeEntries: [{ ...known, memberName: 'Nobody Known', memberEmail: 'nobody@example.test' }],
    },
    {
      key: 'LIB-NO-WORK-ROLE',
      purpose: 'A time entry without a work role',
      summary: 'Remote session with accounting',
      timeEntries: [{ ...known, workRole: null }],
    },
    {
      key: 'LIB-NO-START',
      purpose: 'A time entry without a start',
      summary: 'Badge printer offline',
      timeEntries: [{ ...known, start: null }],
    },
    {
      key: 'LIB-NO-DURATION',
      purpose: 'A time entry with neither end nor hours',
      summary: 'Scanner sends empty pages',
      timeEntries: [{ ...known, end: null }],
    },
    {
      key: 'LIB-BACKWARDS',
      purpose: 'A time entry that ends before it starts, beside one that is fine',
      summary: 'Laptop dock loses second screen',
      timeEntries: [{ ...known, start: work.end, end: work.start }, known],
    },
    {
      key: 'LIB-SAME-TIME',
      purpose: 'A time entry that keeps one date and hours',
      summary: 'Switch port relabelled',
      timeEntries: [{ ...known, end: work.start, hours: 0.5 }],
    },
    {
      key: 'LIB-UNREADABLE-TIME',
      purpose: 'A time entry whose start is no date with a time of day',
      summary: 'Meeting room display dark',
      timeEntries: [{ ...known, start: 'this morning' }],
    },
    {
      key: 'LIB-HALF-CHARACTER',
      purpose: 'Half an emoji and a NUL, as damaged exports hold them',
      summary: 'Phone shows strange signs \ud83d',
      comments: [{ type: 'public', author: 'Mara Lindqvist', body: 'It says\0 nothing else.' }],
    },
    {
      key: `LIB-LONG-${'X'.repeat(120)}`,
      purpose: 'Key, contact name and e-mail address beyond the limits',
      summary: 'Everything is too long',
      requester: { name: long(90), email: `${'a'.repeat(250)}@example.test` },
    },
  ]
}

/** Partner tickets for the inbound flow, with what each one shows. */
export const inboundLibrary = (reference: Reference | null): LibraryTicket<PartnerTicket>[] =>
  cases(reference).map(({ purpose, ...ticket }) => ({ key: ticket.key, purpose, ticket }))
