// Ticket lists as other systems export them, two tickets each, with the columns and spellings those systems have.
import { type Export, listsOfOthers, mail } from './exportedLists.ts'

const table = (system: string, text: string, first: Record<string, unknown>): Export => ({
  system,
  text,
  first,
})
export const exportsOfOthers: readonly Export[] = [
  table(
    'Jira, issues as CSV',
    `Summary,Issue key,Issue id,Issue Type,Status,Priority,Reporter,Created,Updated,Description,Comment,Comment\n"Printer, second floor",HELP-12,10012,Task,In Progress,High,Mara Lindqvist,20/Nov/26 9:12 AM,21/Nov/26 8:00 AM,"It says ""offline""\nsince Monday","one","two"\nScreen,HELP-13,10013,Bug,Done,Low,Ana Silva,20/Nov/26 9:12 AM,,,,\n`,
    {
      key: 'HELP-12',
      summary: 'Printer, second floor',
      description: 'It says "offline"\nsince Monday',
      status: 'In Progress',
      priority: 'High',
      requester: { name: 'Mara Lindqvist' },
      createdAt: '20/Nov/26 9:12 AM',
      updatedAt: '21/Nov/26 8:00 AM',
    },
  ),
  table(
    'osTicket, queue as CSV',
    `"Ticket Number","Date Created",Subject,From,"From Email",Priority,Department,"Current Status","Last Updated"\n004211,"2026-11-20 09:12:00",Printer,"Mara Lindqvist",${mail},Normal,Support,Open,"2026-11-21 08:00:00"\n004212,"2026-11-20 09:15:00",Screen,Ana,ana@example.test,High,Support,Closed,\n`,
    {
      key: '004211',
      summary: 'Printer',
      status: 'Open',
      priority: 'Normal',
      requester: { email: mail },
      createdAt: '2026-11-20 09:12:00',
      updatedAt: '2026-11-21 08:00:00',
    },
  ),
  table(
    'Zendesk, view as CSV',
    `Summation column,Id,Subject,Requester,Requester email,Status,Priority,Created at,Updated at\n1,351,Printer,Mara Lindqvist,${mail},Open,Urgent,2026-11-20 09:12,2026-11-21 08:00\n1,352,Screen,Ana,ana@example.test,Solved,,2026-11-20 09:12\n`,
    {
      key: '351',
      summary: 'Printer',
      requester: { name: 'Mara Lindqvist', email: mail },
      createdAt: '2026-11-20 09:12',
    },
  ),
  table(
    'Freshdesk, export as CSV',
    `"Ticket ID","Subject","Status","Priority","Source","Requester Name","Requester Email","Created time","Last updated time"\n"77","Printer","Open","Low","Email","Mara Lindqvist","${mail}","2026-11-20 09:12:00","2026-11-21 08:00:00"\n"78","Screen","Closed","High","Portal","Ana","ana@example.test","2026-11-20 09:12:00",""\n`,
    {
      key: '77',
      summary: 'Printer',
      requester: { name: 'Mara Lindqvist', email: mail },
      createdAt: '2026-11-20 09:12:00',
    },
  ),
  table(
    'ServiceNow, incidents as CSV',
    `"number","caller_id","caller_id.email","short_description","state","priority","opened_at","sys_updated_on"\n"INC0010023","Mara Lindqvist","${mail}","Printer","In Progress","3 - Moderate","2026-11-20 09:12:00","2026-11-21 08:00:00"\n"INC0010024","Ana","","Screen","New","4 - Low","2026-11-20 09:12:00",""\n`,
    {
      key: 'INC0010023',
      summary: 'Printer',
      status: 'In Progress',
      requester: { name: 'Mara Lindqvist', email: mail },
      createdAt: '2026-11-20 09:12:00',
      updatedAt: '2026-11-21 08:00:00',
    },
  ),
  table(
    'Autotask, grid as CSV',
    `sep=;\r\nTicket Number;Title;Account;Contact;Status;Priority;Created;Last Activity\r\nT20261120.0042;Drucker im Büro;Contoso;Mara Lindqvist;In Progress;Medium;20.11.2026 09:12;21.11.2026\r\nT20261120.0043;Screen;Contoso;Ana;New;Low;20.11.2026 09:12\r\n`,
    {
      key: 'T20261120.0042',
      summary: 'Drucker im Büro',
      requester: { name: 'Mara Lindqvist' },
      createdAt: '20.11.2026 09:12',
    },
  ),
  table(
    'HaloPSA, report as CSV',
    `Ticket ID,Summary,Details,Status,Priority,User Name,User Email,Date Occurred\n2041,Printer,Since Monday,New,P3,Mara Lindqvist,${mail},20/11/2026 09:12\n2042,Screen,,Closed,P4,Ana,,\n`,
    {
      key: '2041',
      summary: 'Printer',
      description: 'Since Monday',
      requester: { name: 'Mara Lindqvist', email: mail },
      createdAt: '20/11/2026 09:12',
    },
  ),
  table(
    'ConnectWise, service board grid as CSV',
    `Ticket #,Age,Status,Company,Contact,Summary Description,Priority,Date Entered,Last Updated\n88412,0.5,New,Contoso Ltd,Mara Lindqvist,Printer,Priority 3 - Medium,11/20/2026 9:12 AM,11/21/2026 8:00 AM\n88413,0.1,Closed,Contoso Ltd,Ana,Screen,Priority 4 - Low,11/20/2026 9:12 AM\n`,
    {
      key: '88412',
      summary: 'Printer',
      status: 'New',
      requester: { name: 'Mara Lindqvist' },
      createdAt: '11/20/2026 9:12 AM',
      updatedAt: '11/21/2026 8:00 AM',
    },
  ),
  table(
    'Spiceworks, tickets as CSV',
    `Ticket,Summary,Status,Priority,Created,Creator,Description\n12,Printer,open,High,2026-11-20 09:12,Mara,"Since\n\nMonday"\n13,Screen,closed,Low,2026-11-20 09:12\n`,
    { key: '12', summary: 'Printer', status: 'open', description: 'Since\n\nMonday' },
  ),
  table(
    'Syncro, tickets as tab-separated text',
    'Number\tSubject\tCustomer\tContact\tStatus\tCreated\r\n1047\tPrinter\tContoso\tMara Lindqvist\tNew\tFri 20 Nov 09:12\r\n1048\tScreen\tContoso\r\n',
    { key: '1047', summary: 'Printer', requester: { name: 'Mara Lindqvist' }, createdAt: 'Fri 20 Nov 09:12' },
  ),
  table(
    'N-able, tickets as CSV',
    `Ticket ID,Ticket Title,Customer,Contact,State,Priority,Date Created\n3301,Printer,Contoso,Mara Lindqvist,Active,Normal,2026-11-20\n3302,Screen,Contoso,,,,\n`,
    {
      key: '3301',
      summary: 'Printer',
      status: 'Active',
      requester: { name: 'Mara Lindqvist' },
      createdAt: '2026-11-20',
    },
  ),
  ...listsOfOthers,
]
