// What the open step of going live works with.
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import type { publishedForm } from '../../shared/golive/publishedForm.ts'
import type { Reference } from '../../shared/reference/lookup.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import type { useGoLive } from './useGoLive.ts'

export type StepBodyProps = {
  goLive: ReturnType<typeof useGoLive>['goLive']
  change: ReturnType<typeof useGoLive>['change']
  form: ReturnType<typeof publishedForm>
  findings: readonly Finding[]
  saved: Relationship
  reference: Reference | null
  target: ApiTarget
  settings: string
  offline: string | null
  demo: boolean
  /** `Verified` is done, which `Automatic sync on` rests on. */
  isVerified: boolean
  /** On to the next step that is left. */
  onDone: () => void
}
