// The keys a relationship is asked with, the override's or the connection's, and what their last test in this window found.
import { useMemo, useState } from 'react'
import type { ConnectionView, Credentials } from '../../../shared/connection/connection.ts'
import { normalisedSite } from '../../../shared/connection/destination.ts'
import type { RelationshipDetail } from '../../../shared/ipc/areas/relationshipCalls.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import {
  isOutdated,
  keyMark,
  rightsIn,
  type Tested,
  type TestRun,
} from '../../connections/connectionsFront.ts'
import type { DraftForm } from '../../settings/settingsFront.ts'

/** As they are saved, without what else the values carry: the test's input is strict. */
const credentialsOf = ({ site, companyId, publicKey, clientId }: Credentials): Credentials => ({
  site: normalisedSite(site),
  companyId,
  publicKey,
  clientId,
})

/** The rights the last test found, where it answers for this. */
const permissionsFor = (run: TestRun | null, asked: Tested) =>
  run && !isOutdated(run, asked) ? rightsIn(run, asked.needs) : undefined

export function useKeyTest(
  detail: RelationshipDetail,
  connection: ConnectionView,
  form: DraftForm,
  /** What the form needs, and what is saved. */
  { needs, savedNeeds }: { needs: Needs; savedNeeds: Needs },
) {
  const { apiOverride } = form.draft
  const overridden = apiOverride.enabled
  const credentials = useMemo(
    () => credentialsOf(apiOverride.enabled ? apiOverride : connection),
    [apiOverride, connection],
  )
  const [run, setRun] = useState<TestRun | null>(null)
  const savedKeyId = (overridden ? detail.overrideKeyId : connection.keyId) ?? null
  const key = keyMark(overridden ? form.overrideKey : null, savedKeyId)
  const permissions = useMemo(
    () => permissionsFor(run, { credentials, needs, key }),
    [run, credentials, needs, key],
  )
  // What is entered in the published form is what is saved, so only a test of that says something there.
  const saved = useMemo(
    () =>
      detail.draft.apiOverride.enabled
        ? { credentials: credentialsOf(detail.draft.apiOverride), keyId: detail.overrideKeyId }
        : { credentials: credentialsOf(connection), keyId: connection.keyId },
    [detail, connection],
  )
  const savedPermissions = useMemo(
    () =>
      permissionsFor(run, {
        credentials: saved.credentials,
        needs: savedNeeds,
        key: keyMark(null, saved.keyId ?? null),
      }),
    [run, saved, savedNeeds],
  )
  return {
    /** What a test asks with. */
    asked: {
      credentials,
      privateKey: overridden && form.overrideKey !== '' ? form.overrideKey : null,
      savedKeyId,
      target: { connectionId: connection.id, overrideOf: overridden ? detail.id : null },
      demo: connection.demo && !overridden,
    },
    permissions,
    savedPermissions,
    saved,
    onRun: setRun,
  }
}
