// What is typed when the company search is measured: names, identifiers, ids, parts of words, accents, signs and slips.

const texts = [
  'harbor dental group',
  'hihgland vetrinary',
  'cafe sole',
  'müller pharm',
  'old mill & sons',
  'coblatwinery',
  '100250',
  'tiles west',
  'ångström',
  'industries',
]

/** The box after each key press, text by text. */
export const keyPresses: readonly string[] = texts.flatMap((text) =>
  Array.from(text, (_, index) => text.slice(0, index + 1)),
)
