// Signs that let an address show as another one: controls, marks of direction, and what no font draws.

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u

/** The text without them. */
export const withoutHiddenSigns = (text: string): string => text.replace(new RegExp(hidden, 'gu'), '')

/** The first hidden sign as `U+202E`; null when everything in the text is seen. */
export function hiddenSignIn(text: string): string | null {
  const [sign] = hidden.exec(text) ?? []
  return sign === undefined
    ? null
    : `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
