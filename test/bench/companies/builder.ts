// Builds the company index once, as the app does at the first search after its start.
import { buildCompanyIndex } from '../../../main/search/companies.ts'
import { hugeCompanies } from './rows.ts'

const { companies, statuses } = hugeCompanies()
const start = performance.now()
buildCompanyIndex(companies, statuses)
process.send?.(performance.now() - start, () => process.disconnect())
