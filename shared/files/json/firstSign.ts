// What a text of JSON begins with, behind blanks and behind comments, which JSON does not have and people write.

const passedOver = /\s+|\/\/[^\r\n]*|\/\*[^]*?\*\//y

/** The first sign; empty where there is none. */
export function firstSignOf(text: string): string {
  let at = 0
  // A step at a time: a repetition of all three would need a stack as deep as there are steps.
  for (passedOver.lastIndex = 0; passedOver.test(text); ) at = passedOver.lastIndex
  return text.charAt(at)
}
