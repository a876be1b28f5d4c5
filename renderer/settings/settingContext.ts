// What every field of the form works with.
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import type { DraftForm } from './useDraft.ts'
import type { ReferenceData } from './useReferenceData.ts'

export type SettingContext = {
  relationshipId: string
  form: DraftForm
  target: ApiTarget
  data: ReferenceData
  findings: readonly Finding[]
}
