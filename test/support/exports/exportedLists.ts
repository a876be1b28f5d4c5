// Ticket lists as the programming interfaces of other systems give them: JSON, two tickets each.

export type Export = { system: string; text: string; first: Record<string, unknown> }

const list = (system: string, value: unknown, first: Record<string, unknown>): Export => ({
  system,
  text: JSON.stringify(value),
  first,
})

export const mail = 'mara.lindqvist@example.test'

export const listsOfOthers: readonly Export[] = [
  list(
    'Jira, search as JSON',
    {
      expand: 'names',
      startAt: 0,
      total: 2,
      issues: [
        {
          id: '10012',
          key: 'HELP-12',
          fields: {
            summary: 'Printer',
            status: { id: '3', name: 'In Progress' },
            priority: { name: 'High' },
            reporter: { displayName: 'Mara Lindqvist', emailAddress: mail },
            created: '2026-11-20T09:12:00.000+0100',
            labels: ['a'],
          },
        },
        { id: '10013', key: 'HELP-13', fields: { summary: 'Screen', status: null } },
      ],
    },
    {
      key: 'HELP-12',
      summary: 'Printer',
      status: 'In Progress',
      priority: 'High',
      requester: { name: 'Mara Lindqvist' },
      createdAt: '2026-11-20T09:12:00.000+0100',
    },
  ),
  list(
    'Zendesk, tickets as JSON',
    {
      tickets: [
        {
          id: 351,
          subject: 'Printer',
          description: 'Since Monday',
          status: 'open',
          priority: 'urgent',
          requester_id: 9,
          created_at: '2026-11-20T09:12:00Z',
          updated_at: '2026-11-21T08:00:00Z',
        },
        { id: 352, subject: 'Screen', status: 'solved', priority: null },
      ],
      count: 2,
      next_page: null,
    },
    {
      key: '351',
      summary: 'Printer',
      description: 'Since Monday',
      status: 'open',
      createdAt: '2026-11-20T09:12:00Z',
      updatedAt: '2026-11-21T08:00:00Z',
    },
  ),
  list(
    'Freshdesk, tickets as JSON',
    [
      {
        id: 77,
        subject: 'Printer',
        status: 2,
        priority: 1,
        requester: { name: 'Mara Lindqvist', email: mail },
        created_at: '2026-11-20T09:12:00Z',
        tags: [],
      },
      { id: 78, subject: 'Screen', status: 5, priority: 3 },
    ],
    {
      key: '77',
      summary: 'Printer',
      status: '2',
      priority: '1',
      requester: { name: 'Mara Lindqvist', email: mail },
    },
  ),
  list(
    'ServiceNow, table API with display values',
    {
      result: [
        {
          number: 'INC0010023',
          short_description: 'Printer',
          state: 'New',
          caller_id: { display_value: 'Mara Lindqvist', link: 'https://example.test/u/1' },
          opened_at: '2026-11-20 09:12:00',
        },
        { number: 'INC0010024', short_description: 'Screen', state: 'Closed', caller_id: '' },
      ],
    },
    {
      key: 'INC0010023',
      summary: 'Printer',
      status: 'New',
      requester: { name: 'Mara Lindqvist' },
      createdAt: '2026-11-20 09:12:00',
    },
  ),
  list(
    'HaloPSA, tickets as JSON',
    {
      record_count: 2,
      tickets: [
        {
          id: 2041,
          summary: 'Printer',
          details: 'Since Monday',
          status_id: 1,
          user_name: 'Mara Lindqvist',
          dateoccurred: '2026-11-20T09:12:00Z',
          tickettype_id: 1,
        },
        { id: 2042, summary: 'Screen', details: '' },
      ],
    },
    {
      key: '2041',
      summary: 'Printer',
      description: 'Since Monday',
      requester: { name: 'Mara Lindqvist' },
      createdAt: '2026-11-20T09:12:00Z',
    },
  ),
  list(
    'Autotask, query as JSON',
    {
      items: [
        { id: 1, ticketNumber: 'T20261120.0042', title: 'Printer', queueID: 5, status: 1 },
        { id: 2, ticketNumber: 'T20261120.0043', title: 'Screen' },
      ],
      pageDetails: { count: 2 },
    },
    { key: 'T20261120.0042', summary: 'Printer', status: '1' },
  ),
  list(
    'Syncro, tickets as JSON',
    {
      tickets: [
        {
          id: 9,
          number: 1047,
          subject: 'Printer',
          status: 'New',
          customer_business_then_name: 'Contoso',
          created_at: '2026-11-20T09:12:00Z',
        },
        { id: 10, number: 1048, subject: 'Screen' },
      ],
      meta: { total_pages: 1 },
    },
    { key: '1047', summary: 'Printer', status: 'New', createdAt: '2026-11-20T09:12:00Z' },
  ),
]
