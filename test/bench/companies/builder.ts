// Builds the company index once over the snapshot in a file, as the app does at the first search after its start.
import { readFileSync } from 'node:fs'
import { buildCompanyIndex } from '../../../main/search/companySearch.ts'
import { snapshotSchema } from '../../../shared/reference/collections.ts'
import { inputOf } from '../processes.ts'

const { collections } = snapshotSchema.parse(JSON.parse(readFileSync(inputOf<string>(), 'utf8')))
const start = performance.now()
buildCompanyIndex(collections.companies ?? [], collections.companyStatuses)
process.send?.(performance.now() - start, () => process.disconnect())
