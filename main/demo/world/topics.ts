// What demo tickets are about: believable summaries with the notes people write on them.

export type Topic = {
  summary: string
  description: string
  customerNote: string
  internalNote: string
  resolution: string
  file: string
}

/** `{person}` and `{site}` stand for the ticket's contact and company. */
export const topics: Topic[] = [
  {
    summary: 'Printer offline at {site}',
    description:
      'Nobody can print since this morning. The display says "Ready", the queue says "Offline". Reported by {person}.',
    customerNote:
      'We have cleared the queue and are watching the printer. {person}, can you print a test page?',
    internalNote: 'Port changed after the switch swap. Print server still points at the old address.',
    resolution: 'Printer port set to the reserved address; test page printed.',
    file: 'print-queue.png',
  },
  {
    summary: 'Outlook keeps asking for a password',
    description: '{person} is prompted for the mail password every few minutes, on the laptop only.',
    customerNote: 'We signed the account out everywhere. Please sign in once more when asked.',
    internalNote: 'Stale token after the conditional access change. Cleared cached credentials.',
    resolution: 'Cached credentials removed, modern sign-in confirmed on both devices.',
    file: 'outlook-prompt.png',
  },
  {
    summary: 'New starter on Monday: {person}',
    description: 'New colleague starts Monday. Needs a laptop, mail, the finance share and a door badge.',
    customerNote:
      'The laptop is ready for pick-up on Friday. We will walk {person} through the first sign-in.',
    internalNote: 'Licence count is at the limit; ordered one more. Badge is with facilities, not us.',
    resolution: 'Account, mail and laptop handed over.',
    file: 'starter-checklist.pdf',
  },
  {
    summary: 'VPN drops every ten minutes',
    description: 'Working from home is impossible: the connection drops and reconnects all day.',
    customerNote:
      'We found a setting that ends idle sessions too early and changed it. Please try again today.',
    internalNote: 'Idle timeout 600 s on the new firewall policy. Raised to 8 h for the staff group.',
    resolution: 'Idle timeout corrected; session stable for six hours.',
    file: 'vpn-client.log',
  },
  {
    summary: 'Backup failed on file server',
    description: 'Nightly job ended with "insufficient space" on the repository.',
    customerNote:
      'Last night’s backup did not finish. Your data of the day before is safe; we are making room.',
    internalNote: 'Retention was never applied after the upgrade. Pruned by hand, job re-run at noon.',
    resolution: 'Retention fixed, two clean runs since.',
    file: 'backup-report.html',
  },
  {
    summary: 'Slow Wi-Fi in the meeting room',
    description: 'Video calls freeze in the large meeting room at {site} when more than five people are in.',
    customerNote: 'We moved the room to a quieter channel. A second access point is on its way.',
    internalNote:
      'Channel overlap with the neighbour. Access point is six years old, quote sent to account manager.',
    resolution: 'Access point replaced, survey attached.',
    file: 'wifi-survey.pdf',
  },
  {
    summary: 'Suspicious e-mail with invoice attached',
    description: '{person} opened an attachment and is worried.',
    customerNote:
      'Thank you for telling us at once. The attachment was blocked before it ran; no further action needed.',
    internalNote:
      'Quarantined. Rule added for the sender domain. Check mailbox rules of the user again tomorrow.',
    resolution: 'No compromise found; sender blocked.',
    file: 'headers.txt',
  },
  {
    summary: 'Accounting software will not start',
    description: 'After the update the program closes without a message.',
    customerNote: 'The vendor confirmed a fault in the update. We rolled back to last week’s version.',
    internalNote: 'Vendor case open. Do not approve the update in patch management until they answer.',
    resolution: 'Rolled back; update held.',
    file: 'crash-dump.txt',
  },
  {
    summary: 'Mailbox of {person} is full',
    description: 'Cannot send mail any more, mailbox shows 99 percent.',
    customerNote: 'We switched on the archive. Older mail moves there by itself during the next two days.',
    internalNote: 'Archive licence was there all along. Policy assigned.',
    resolution: 'Archive active, 18 GB moved.',
    file: 'mailbox-size.png',
  },
  {
    summary: 'Access to the finance share',
    description: 'Please give {person} read access to Finance/Reports. Approved by the office manager.',
    customerNote: 'Access is set. It works after the next sign-in.',
    internalNote: 'Approval mail attached. Group, not direct permission.',
    resolution: 'Added to the readers group.',
    file: 'approval.eml',
  },
  {
    summary: 'Screen stays black after docking',
    description: 'Second screen stays black when the laptop is docked.',
    customerNote: 'We updated the dock. If it happens again we exchange it.',
    internalNote: 'Known firmware fault. Two more docks at the same site need the same.',
    resolution: 'Dock firmware updated.',
    file: 'dock.jpg',
  },
  {
    summary: 'Phone system: no outgoing calls',
    description: 'Incoming calls work, outgoing calls end with a busy tone.',
    customerNote:
      'The line provider confirmed a fault. Outgoing calls go over the mobile line until it is fixed.',
    internalNote: 'Provider ticket open. Trunk registration rejected since 07:40.',
    resolution: 'Provider fixed the trunk; route switched back.',
    file: 'sip-trace.txt',
  },
]
