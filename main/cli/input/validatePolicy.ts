// Whether an administrator's policy can be read: one that cannot closes every site, and the window is late to learn it.
import { basename } from 'node:path'
import { isRecord } from '../../../shared/files/json/isRecord.ts'
import { invalidFile, type Parsed } from '../../../shared/files/reading/parsed.ts'
import { problemsOf } from '../../../shared/files/reading/problems.ts'
import { policyFileSchema, policySchema } from '../../../shared/relationship/policy.ts'

/** It names no kind; each of its own members tells it, and where none is spelled right, the name it has to have. */
export const isPolicy = (value: unknown, path: string): boolean =>
  isRecord(value) &&
  (basename(path) === 'policy.json' || Object.keys(policySchema.shape).some((name) => name in value))

const title = "administrator's policy"

/** What a valid policy is, in words. */
export function validatePolicy(value: unknown): Parsed<string> {
  const policy = policyFileSchema.safeParse(value)
  return policy.success ? { ok: true, value: title } : invalidFile(title, problemsOf(policy.error, value))
}
