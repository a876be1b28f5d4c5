// How many records the demo organisation has, per size.

export const demoSizes = ['small', 'medium', 'large', 'huge'] as const
export type DemoSize = (typeof demoSizes)[number]

export type Sizes = {
  companies: number
  members: { active: number; all: number }
  boards: number
  statuses: number
  priorities: number
  sources: number
  workRoles: number
  workTypes: number
  customFields: number
  /** Tickets of the last 60 days: older ones play no part in a preview. */
  tickets: number
  /** About how many notes a ticket has. */
  notes: number
}

const large: Sizes = {
  companies: 6_000,
  members: { active: 250, all: 1_200 },
  boards: 70,
  statuses: 25,
  priorities: 10,
  sources: 25,
  workRoles: 60,
  workTypes: 40,
  customFields: 25,
  tickets: 10_000,
  notes: 8,
}

export const sizes: Record<DemoSize, Sizes> = {
  small: {
    companies: 80,
    members: { active: 8, all: 20 },
    boards: 6,
    statuses: 8,
    priorities: 4,
    sources: 8,
    workRoles: 4,
    workTypes: 6,
    customFields: 4,
    tickets: 200,
    notes: 4,
  },
  medium: {
    companies: 600,
    members: { active: 40, all: 150 },
    boards: 20,
    statuses: 14,
    priorities: 6,
    sources: 12,
    workRoles: 15,
    workTypes: 15,
    customFields: 8,
    tickets: 2_000,
    notes: 6,
  },
  large,
  huge: { ...large, companies: 100_000, tickets: 20_000 },
}
