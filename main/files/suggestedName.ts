// A file name out of a name from anywhere, such as every system takes it.

/** Most systems take 255 bytes; the ending and a second copy's number need some of them. */
const longest = 120

/** Devices of Windows, whatever ending they get (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const reserved = /^(?:con|prn|aux|nul|conin|conout|com[0-9¹²³]|lpt[0-9¹²³])(?=$|[ .])/i

/** As many whole characters as fit. */
function cutToBytes(text: string, bytes: number): string {
  let length = 0
  let cut = ''
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, bytes))) {
    length += Buffer.byteLength(segment)
    if (length > bytes) return cut
    cut += segment
  }
  return cut
}

/** Letters, digits, blanks, dots, hyphens and underscores; empty where nothing of the text can be used. */
export function suggestedFileName(text: string): string {
  const plain = text
    .slice(0, 2000)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .join(' ')
  const name = cutToBytes(plain.replace(/^[ .]+/, ''), longest)
  const trimmed = trimEnd(name)
  return reserved.test(trimmed) ? `_${trimmed}` : trimmed
}

/** Without blanks and dots behind, which Windows drops without a word. */
function trimEnd(name: string): string {
  let end = name.length
  while (end > 0 && ' .'.includes(name.charAt(end - 1))) end -= 1
  return name.slice(0, end)
}
