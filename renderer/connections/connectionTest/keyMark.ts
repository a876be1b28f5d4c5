// Tells one private key from another without keeping either: a typed one by a salted sum, a saved one by its id in the keystore.

/** Anew in every window, so that the sum says nothing outside of it. */
const salt = crypto.getRandomValues(new Uint32Array(2))

/** A sum of 53 bits (cyrb53 by bryc, public domain): two keys differ in it, and no key can be read from it. */
function sumOf(text: string): string {
  let [high = 0, low = 0] = salt
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return `${high >>> 0}-${low >>> 0}`
}

/** The mark of the key that counts: the typed one, else the saved one. */
export const keyMark = (typed: string | null, savedKeyId: string | null): string =>
  typed === null || typed === '' ? `saved ${savedKeyId ?? 'none'}` : `typed ${sumOf(typed)}`
