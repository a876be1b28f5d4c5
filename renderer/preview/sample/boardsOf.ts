// The boards whose tickets a relationship is about: where reading a sample begins.
import type { Ref, Relationship } from '../../../shared/relationship/relationship.ts'

/** Boards that are sent from; for a target without reverse sync the board its tickets land on. */
export function boardsOf({ settings }: Relationship): readonly Ref[] {
  if ('boards' in settings) return settings.boards
  if (settings.reverseSync.enabled) return settings.reverseSync.filter.boards
  return settings.serviceBoard ? [settings.serviceBoard] : []
}
