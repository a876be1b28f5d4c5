// Reference data that comes as a file of its own: it needs a connection or an override here that it is of.
import { asLine } from '../../../shared/text/line.ts'
import { sameOrganisation } from '../../../shared/findings/connectionRules.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import type { AppServices } from '../services.ts'
import { isStillToCome, listPlaces } from './listsHere.ts'

/** Whether it can be used here, before anything is shown. Errors: `file-foreign`, `file-invalid`. */
export function checkSnapshot(
  parts: Pick<AppServices, 'connections' | 'relationships'>,
  fileName: string,
  { connection, fetchedAt }: Snapshot,
): Result<null> {
  const { name, site, companyId } = connection
  if (isStillToCome(fetchedAt))
    return fail('file-invalid', `${fileName} says it was read at ${fetchedAt}, which is still to come.`, {
      next: 'Nothing was changed. Use Refresh, or ask for the file again.',
    })
  const isHere = listPlaces(parts).some(({ organisation }) => sameOrganisation(organisation, connection))
  return isHere
    ? ok(null)
    : fail(
        'file-foreign',
        `${fileName} is reference data of “${asLine(name)}” (${asLine(site)}, company ${asLine(companyId)}), and no connection here is to it.`,
        {
          next: 'Add this connection, then import the file again. The command line takes it with --reference.',
        },
      )
}
