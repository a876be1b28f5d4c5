// Finds the company and remembers the base URL that works for it: the release's own, the one that routes to it, or the one it moved to.
import type { SiteAddress } from '../../../shared/connection/siteAddress.ts'
import { failedReply, type FailureContext, type KnownToWork, type Reply } from '../failure/failure.ts'
import { companyInfoUrl, originOf } from './address.ts'
import type { Clock } from './clock.ts'
import { type CompanyInfo, readCompanyInfo } from './company.ts'
import type { Read, ReadJson, ReadOptions } from './reading.ts'

type Options = {
  address: Reply<SiteAddress>
  companyId: string
  readJson: ReadJson
  context: (what?: string) => FailureContext
  known: KnownToWork
  noteTime: (headers: Headers) => void
  clock: Clock
}

/** A missing record is asked for often, a release changes rarely: company info is not read again within this time. */
const companyInfoKept = 5 * 60_000

/** Makes the finder of one company. It sends no keys. */
export function createBase({ address, companyId, readJson, context, known, noteTime, clock }: Options) {
  let found: Promise<Reply<CompanyInfo>> | null = null
  let base = ''
  /** Whether `base` has answered anything but "not found". */
  let proven = false
  let checking: Promise<void> | null = null
  let checkedAt = Number.NEGATIVE_INFINITY

  async function findCompany(read: ReadOptions): Promise<Reply<CompanyInfo>> {
    if (!address.ok) return address
    if (companyId === '') return failedReply('company-not-found', context(), { reason: 'blank' })
    const url = companyInfoUrl(originOf(address.value), companyId)
    const answer = await readJson(
      { url, headers: { Accept: 'application/json' } },
      context('company info'),
      read,
    )
    if (answer.ok) {
      noteTime(answer.value.headers)
      const company = readCompanyInfo(answer.value.value, address.value, context())
      known.company ||= company.ok
      return company
    }
    // Company info needs no keys and exists on every release, so whoever refuses it stands before ConnectWise or is not it.
    const { code, status } = answer.error
    if (code === 'permission-missing') return { ok: false, error: { ...answer.error, code: 'call-blocked' } }
    const reason = status === 401 ? 'own-login' : null
    if (code !== 'not-found' && code !== 'keys-rejected' && answer.error.reason !== 'own-login') return answer
    return { ok: false, error: { ...answer.error, code: 'not-connectwise', reason } }
  }

  async function connect(read: ReadOptions = {}): Promise<Reply<CompanyInfo>> {
    found ??= findCompany(read)
    const pending = found
    const company = await pending
    if (!company.ok && found === pending) found = null
    // Whoever asked first has cancelled, this caller has not.
    if (!company.ok && company.error.code === 'cancelled' && !read.signal?.aborted) return connect(read)
    if (company.ok && base === '') base = company.value.bases[0] ?? ''
    return company
  }

  /** Reads company info again and follows the company to its new release, which has another path. */
  async function checkRelease(before: CompanyInfo, read: ReadOptions): Promise<void> {
    const again = await findCompany(read)
    checkedAt = clock.now()
    if (!again.ok || again.value.codebase === before.codebase) return
    found = Promise.resolve(again)
    base = again.value.bases[0] ?? base
  }

  /**
   * Where to try after "not found": the other base while none has worked, else the new one where the company has moved
   * meanwhile (django-connectwise reads company info again after a 404).
   */
  async function otherBase(
    used: string,
    company: CompanyInfo,
    read: ReadOptions,
  ): Promise<string | undefined> {
    if (!proven) return company.bases.find((candidate) => candidate !== used)
    if (used === base && (checking || clock.now() - checkedAt >= companyInfoKept)) {
      checking ??= checkRelease(company, read).finally(() => {
        checking = null
      })
      await checking
    }
    return used === base ? undefined : base
  }

  /** Sends to the base in use, and to another one where the answer may only mean that its release segment is wrong. */
  async function tryEach(
    company: CompanyInfo,
    sendTo: (root: string) => Promise<Reply<Read>>,
    read: ReadOptions,
  ): Promise<Reply<Read>> {
    const used = base
    let answer = await sendTo(used)
    if (leadsNowhere(answer)) {
      const other = await otherBase(used, company, read)
      const second = other === undefined ? answer : await sendTo(other)
      if (other !== undefined && !leadsNowhere(second)) {
        base = other
        answer = second
      }
    }
    proven ||= answer.ok || answer.error.code === 'permission-missing'
    return answer
  }

  return { connect, tryEach, url: () => base }
}

const leadsNowhere = (answer: Reply<unknown>): boolean =>
  !answer.ok && (answer.error.code === 'not-found' || answer.error.code === 'company-not-found')
