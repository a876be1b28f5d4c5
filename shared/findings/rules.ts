// The table of all finding rules: code, check and next step; each topic keeps its rows in a file of its own.
import { boardRules } from './boardRules.ts'
import { connectionRules } from './connectionRules.ts'
import { contentRules } from './contentRules.ts'
import { peopleRules } from './peopleRules.ts'
import { recordRules } from './recordRules.ts'
import { requiredRules } from './requiredRules.ts'
import type { Rule } from './rule.ts'

export const findingRules: readonly Rule[] = [
  ...connectionRules,
  ...requiredRules,
  ...recordRules,
  ...boardRules,
  ...peopleRules,
  ...contentRules,
]
