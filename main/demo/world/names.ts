// Made-up names of companies and people, enough of them to tell 100,000 companies apart.

const words = (list: string): string[] => list.split('|').map((word) => word.trim())

const firstWords = words(`
  Harbor|Summit|Cedar|Northgate|Blue Heron|Ironbridge|Lakeside|Redwood|Silver Oak|Kingsway|Maple|
  Granite|Fairview|Westfield|Brightwater|Old Mill|Stonebridge|Riverbend|Clearview|Eastgate|Müller|
  Café Solé|Ångström|Łódź|São Bento|Zürich|Crème|Peñasco|Örebro|Nørre|Pinecrest|Highland|Meadow|
  Willow|Falcon|Beacon|Compass|Anchor|Orchard|Prairie|Copper|Amber|Juniper|Sequoia|Cobalt|Marble|
  Crescent|Horizon|Keystone|Liberty`)

const trades = words(`
  Dental|Legal|Logistics|Veterinary|Accounting|Architects|Bakery|Brewing|Chemicals|Clinic|
  Construction|Consulting|Credit Union|Dairy|Design|Electric|Engineering|Farms|Finance|Foods|Freight|
  Furniture|Gallery|Hotels|Insurance|Joinery|Kitchens|Labs|Machining|Manufacturing|Medical|Motors|
  Nursery|Optics|Packaging|Pharmacy|Plumbing|Press|Property|Recycling|Roofing|School|Security|
  Shipping|Solar|Studios|Textiles|Tiles|Travel|Winery`)

const suffixes = [
  'Group',
  'Ltd',
  'Inc',
  'Partners',
  'LLC',
  '& Sons',
  'Co',
  'Associates',
  'Holdings',
  'Services',
] as const

const places = ['', 'North', 'South', 'East', 'West', 'Central', 'Coast'] as const

const total = firstWords.length * trades.length * suffixes.length * places.length

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]+/g, '')
    .slice(0, 18)

/** The n-th made-up company: names differ for the first 175,000, identifiers always. */
export const companyName = (index: number): { name: string; identifier: string } => {
  // A step prime to the total visits every combination once, and neighbours do not look alike.
  let rest = (index * 48_271 + 17) % total
  const take = <T>(list: readonly T[]): T | undefined => {
    const value = list[rest % list.length]
    rest = Math.floor(rest / list.length)
    return value
  }
  const first = take(firstWords) ?? ''
  const trade = take(trades) ?? ''
  const suffix = take(suffixes) ?? ''
  const place = take(places) ?? ''
  const name = [first, trade, suffix, place].filter(Boolean).join(' ')
  return { name, identifier: `${plain(first + trade)}${index}` }
}

export const firstNames = words(`
  Ava|Ben|Carla|Dev|Elif|Farid|Grace|Hugo|Ines|Jonas|Kira|Liam|Mona|Nils|Olga|Pablo|Quinn|Rosa|Sven|
  Tara|Uma|Viktor|Wendy|Xavier|Yara|Zoë|Amélie|Björn|Chidi|Daria`)

export const lastNames = words(`
  Abbott|Bauer|Castro|Dubois|Eriksen|Fischer|García|Haddad|Ivanova|Jensen|Kowalski|Lindqvist|Moreau|
  Nakamura|Okafor|Petrov|Quist|Rossi|Schäfer|Tanaka|Ueda|Vargas|Weber|Xiong|Yilmaz|Zielinski|O’Neill|
  D’Angelo|Sørensen|Tran`)
