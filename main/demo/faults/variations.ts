// Fault profiles of servers that differ: versions, missing endpoints, odd rows, data that moves while it is read.
import { nextId } from '../rows.ts'
import type { Fault, Incoming } from './fault.ts'

/** How often rows move during walks before the server comes to rest. */
const shifts = 3

const isCompanyPage = ({ request, api }: Incoming) => {
  const url = new URL(request.url)
  return api && url.pathname.endsWith('/company/companies') && !url.searchParams.has('childConditions')
}

// Removing an early row pulls every later one a place forward: a walk by page number then misses one.
const shiftRows: Fault['answer'] = async (incoming, next) => {
  const response = await next()
  const { companies } = incoming.state.world
  if (isCompanyPage(incoming) && incoming.state.shifted < shifts) {
    const first = companies.rows[0]
    if (first) companies.remove(first.id)
    const id = nextId(companies)
    companies.add({
      id,
      identifier: `Arrived${id}`,
      name: `Arrived ${id}`,
      deletedFlag: false,
      types: [],
      _info: {},
    })
    incoming.state.shifted++
  }
  return response
}

/** The release changes with the fourth API request: the old folder is gone, company info names the new one. */
const changeCodebase: Fault['answer'] = ({ api, call, state }, next) => {
  if (api && call >= 4 && state.formerCodebases.length === 0) {
    state.formerCodebases.push(state.codebase)
    state.codebase = 'v2025_2'
  }
  return next()
}

const repeatRow: Fault['answer'] = async ({ api }, next) => {
  const response = await next()
  if (!api || response.status !== 200) return response
  const body: unknown = await response.clone().json()
  if (!Array.isArray(body) || body.length === 0) return response
  return new Response(JSON.stringify([...body.slice(0, 1), ...body]), response)
}

const withoutHeader =
  (name: string): Fault['answer'] =>
  async (_, next) => {
    const response = await next()
    response.headers.delete(name)
    return response
  }

export const variations = {
  'page-shift': { about: 'companies are added and removed between the pages of a walk', answer: shiftRows },
  'codebase-change': {
    about: 'the release folder changes with the fourth API request',
    answer: changeCodebase,
  },
  'on-premise': { about: 'company info and system/info describe a self-hosted server' },
  'no-site-url': { about: 'company info has no SiteUrl' },
  'no-link-header': { about: 'lists come without a Link header', answer: withoutHeader('link') },
  'page-ignored': { about: 'every page is the first one' },
  'conditions-refused': { about: 'every condition is refused with ApiFindCondition' },
  'fields-strict': { about: 'unknown names in fields get 400' },
  'duplicate-rows': { about: 'the first row of every list comes twice', answer: repeatRow },
  'sparse-rows': { about: 'rows hold only id and name' },
  'odd-rows': { about: 'rows hold unknown members and nulls' },
  'no-all-notes': { about: 'allNotes does not exist, as on old versions' },
  'no-my-security': { about: 'mySecurity is refused with 403' },
} satisfies Record<string, Fault>
