// The boards whose tickets a relationship is about: where reading a sample begins.
import type { Ref, Relationship } from '../../../shared/relationship/relationship.ts'
import { boardsSentFrom, landingBoard, sendsTickets } from '../../../shared/relationship/chosenRecords.ts'

/** Boards that are sent from; for a target without reverse sync the board its tickets land on. */
export function boardsOf(relationship: Relationship): readonly Ref[] {
  if (sendsTickets(relationship)) return boardsSentFrom(relationship)
  const landing = landingBoard(relationship)
  return landing ? [landing] : []
}
