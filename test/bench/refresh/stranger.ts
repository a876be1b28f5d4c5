// The same collections with the same fields, paged by connectwise-rest as its readme shows it.
import { type CommonParameters, ManageAPI } from 'connectwise-rest'
import type { Keys } from '../../../main/connectwise/transport/client.ts'
import { listResources, type Source, statusesOf } from '../../../main/connectwise/lists/resources.ts'
import { inputOf } from '../processes.ts'

const { site, ...keys } = inputOf<Keys>()
const manage = new ManageAPI({ ...keys, companyUrl: new URL(site).host, logger: () => {} })
const { CompanyAPI, ServiceAPI, SystemAPI, TimeAPI } = manage

type List = (params: CommonParameters) => Promise<{ id?: number }[]>

async function page(list: List, { fields, conditions }: Source): Promise<{ id?: number }[]> {
  const read = await manage.paginate(list, {}, { fields, ...(conditions && { conditions }) })
  return read as { id?: number }[]
}

const lists: [List, Source][] = [
  [(params) => CompanyAPI.getCompanyCompanies(params), listResources.companies.source],
  [(params) => ServiceAPI.getServicePriorities(params), listResources.priorities.source],
  [(params) => ServiceAPI.getServiceSources(params), listResources.sources.source],
  [(params) => SystemAPI.getSystemMembers(params), listResources.members.source],
  [(params) => TimeAPI.getTimeWorkRoles(params), listResources.workRoles.source],
  [(params) => SystemAPI.getSystemUserDefinedFields(params), listResources.customFields.source],
  [(params) => CompanyAPI.getCompanyCompaniesStatuses(params), listResources.companyStatuses.source],
]

const start = performance.now()
let rows = 0
for (const [list, source] of lists) rows += (await page(list, source)).length
const boards = await page((params) => ServiceAPI.getServiceBoards(params), listResources.boards.source)
rows += boards.length
for (const { id = 0 } of boards) {
  const statuses = await page(
    (params) => ServiceAPI.getServiceBoardsByParentIdStatuses(id, params),
    statusesOf(id).source,
  )
  rows += statuses.length
}
process.send?.({ ms: performance.now() - start, rows }, () => process.disconnect())
