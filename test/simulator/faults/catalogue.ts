// The fault profiles by name: what each one shows and how it changes the demo's answers.
import { oddPages } from './oddPages.ts'
import { realities } from './realities.ts'
import { reports } from './reports.ts'
import { rejections } from './rejections.ts'
import { roleFaults } from './roles.ts'
import { traffic } from './traffic.ts'
import { variations } from './variations.ts'

/** Every fault profile, by the name `--faults` takes. */
export const faultCatalogue = {
  ...rejections,
  ...traffic,
  ...variations,
  ...realities,
  ...oddPages,
  ...reports,
  ...roleFaults,
}

export type FaultName = keyof typeof faultCatalogue

export const faultNames = Object.keys(faultCatalogue)

export const isFaultName = (name: string): name is FaultName => Object.hasOwn(faultCatalogue, name)
