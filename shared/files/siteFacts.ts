// The addresses a file names, made safe before anything looks at them: no login stays in a site, nothing hides in one.
import { isRecord } from './json/isRecord.ts'
import { hiddenSignIn } from '../text/hiddenSigns.ts'
import { withoutLogin } from '../connection/siteAddress.ts'
import type { FileProblem } from './reading/parsed.ts'

export type SiteFacts = {
  /** Places that make the file unusable. */
  problems: readonly FileProblem[]
  /** What was left out, in sentences that do not repeat it. */
  notices: readonly string[]
}

/** Members that hold an address, or hold what does. */
const holders = ['connection', 'apiOverride', 'relationships', 'samples', 'connections', 'overrides']

const hiddenProblems = (value: Record<string, unknown>, path: string): FileProblem[] =>
  ['site', 'companyId'].flatMap((name) => {
    const text = value[name]
    const sign = typeof text === 'string' ? hiddenSignIn(text) : null
    return sign === null
      ? []
      : [{ path: `${path}${name}`, message: `Holds the sign ${sign}, which is not seen.` }]
  })

/** Goes through a document that was just read, and takes the logins out of it. */
export function cleanSites(document: Record<string, unknown>): SiteFacts {
  const problems: FileProblem[] = []
  const notices: string[] = []
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${path}[${index}]`))
    if (!isRecord(value)) return
    const below = path === '' ? '' : `${path}.`
    problems.push(...hiddenProblems(value, below))
    const { site } = value
    if (typeof site === 'string' && withoutLogin(site) !== site.trim()) {
      value['site'] = withoutLogin(site)
      notices.push(`${below}site: the login in the address was left out.`)
    }
    for (const name of holders) visit(value[name], `${below}${name}`)
  }
  visit(document, '')
  return { problems, notices }
}
