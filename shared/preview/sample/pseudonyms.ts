// Names that stand for people, companies and addresses: the same one for the same original, and no way back.

type Text = string | null | undefined

const letters = 'loremipsumdolorsitametconsecteturadipiscingelitseddoeiusmodtempor'

/** Filler of the same length in UTF-16 units; white space stays, so that blank text stays blank and lines stay lines. */
export const fillerFor = <T extends Text>(text: T): T | string =>
  typeof text === 'string'
    ? text.replace(/\S+/g, (word, at: number) => {
        const start = at % letters.length
        const enough = letters.repeat(Math.ceil(word.length / letters.length) + 1)
        return enough.slice(start, start + word.length)
      })
    : text

/** Numbers originals in the order they are met; blank ones stay as they are. */
function numbered(nameFor: (number: number, original: string) => string) {
  const given = new Map<string, string>()
  return <T extends Text>(original: T): T | string => {
    if (typeof original !== 'string' || original.trim() === '') return original
    const key = original.trim().toLowerCase()
    const name = given.get(key) ?? nameFor(given.size + 1, original)
    given.set(key, name)
    return name
  }
}

/** An address longer than ConnectWise's limit stays longer, because the preview says so. */
const longestEmail = 250

/** Pseudonyms for one sample: `Person 3`, `person3@example.test`, `Company 2`. */
export const createPseudonyms = () => ({
  person: numbered((number) => `Person ${number}`),
  login: numbered((number) => `person${number}`),
  email: numbered((number, original) => {
    const pad = original.length > longestEmail ? 'x'.repeat(longestEmail) : ''
    return `person${number}${pad}@example.test`
  }),
  company: numbered((number) => `Company ${number}`),
  companyLogin: numbered((number) => `Company${number}`),
})
