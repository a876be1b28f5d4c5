// The question before internal notes are let out of the organisation.
import { askOnce } from '../ui/behaviour/askOnce.ts'

/** Asks once per relationship when `Internal` was ticked where tickets leave the organisation; `untick` takes it back. */
export const askAboutInternal = (relationshipId: string, partner: string, untick: () => void): void =>
  askOnce(
    `internal-asked:${relationshipId}`,
    'yes',
    {
      title: 'Send internal notes as well?',
      text: `This relationship sends tickets to ${partner}. With Internal ticked, notes meant for your staff go along with them.`,
      confirm: 'Leave Internal ticked',
      cancel: 'Untick Internal',
      prefersNo: true,
    },
    { no: untick },
  )
