// The text a technician sends to the ConnectWise administrator: which rights are missing, where to set them, and why.
import { isForReading, type Permission } from '../connection/connection.ts'
import type { Needs } from './needs.ts'

type RequestOptions = {
  permissions: readonly Permission[]
  companyId: string
  needs: Needs
  /** Whose keys were tested, null where ConnectWise does not tell. */
  member: string | null
  /** ConnectWise lists its licences, and none as active. */
  unlicensed?: boolean
}

const line = ({ right, neededFor }: Permission): string => `- ${right} (needed for: ${neededFor})`

const allThere = 'All rights that can be tested by reading are there.'

/** Writes the request from a test's permission map. Plain text, without keys, ready to be pasted into a mail or ticket. */
export function administratorRequest(options: RequestOptions): string {
  const { permissions, companyId, needs, member, unlicensed } = options
  const inState = (state: Permission['state']) =>
    permissions.filter((permission) => permission.state === state)
  const missing = inState('missing')
  const unseen = inState('untested').filter(isForReading)
  const unwritten = inState('untested').filter((permission) => !isForReading(permission))
  const side = needs.role === 'target' ? 'receive tickets from' : 'send tickets to'
  if (missing.length + unseen.length + unwritten.length === 0)
    return `${allThere} There is nothing to ask the administrator of ConnectWise company ${companyId} for.\n`
  const paragraphs = [
    `Subject: Rights of the API member for the ticket sync (ConnectWise company ${companyId})`,
    'Hello,',
    `we are setting up a ticket sync that lets ConnectWise ${side} a partner. It uses ${member ? `the API member ${member}` : 'an API member of ours'}.`,
    ...(unlicensed
      ? [
          'ConnectWise lists no licence as active. Can you look at its licences first: without one it refuses calls whatever the security role says.',
        ]
      : []),
    missing.length > 0
      ? [
          unlicensed ? 'Refused were:' : 'These rights of its security role are missing:',
          ...missing.map(line),
        ].join('\n')
      : allThere,
    ...(unseen.length > 0
      ? [
          [
            'These could not be judged, because nothing came back when they were tried. Can you confirm that they are there, and that the boards of the API member are not restricted:',
            ...unseen.map(line),
          ].join('\n'),
        ]
      : []),
    ...(unwritten.length > 0
      ? [
          [
            'These could not be tested without writing, and nothing was written. Can you confirm them:',
            ...unwritten.map(line),
          ].join('\n'),
        ]
      : []),
    [
      'Where: System > Security Roles > the role of the API member > the module named first in each line.',
      'The last word is the level: "Inquire All" means the column Inquire set to All, not My.',
      ...(permissions.some(({ right }) => right.includes('Table Setup'))
        ? ['For Table Setup, check behind "Customize" that no single table is switched off.']
        : []),
    ].join('\n'),
    'Thank you.',
  ]
  return `${paragraphs.join('\n\n')}\n`
}
