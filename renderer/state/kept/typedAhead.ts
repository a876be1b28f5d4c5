// What is typed on the way to a screen or a dialog goes into the field in which it puts the cursor, and with Tab into the next ones.

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 &&
  !event.isComposing &&
  (!(event.ctrlKey || event.metaKey || event.altKey) || event.getModifierState('AltGraph'))

const modifiers = new Set(['Shift', 'AltGraph', 'Control', 'Alt', 'CapsLock'])

function insert(field: HTMLInputElement, text: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
}

/** Fields are one after the other in a form; the text after a field that takes none is nobody's. */
function insertAll([text = '', ...others]: readonly string[]): void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement)) return
  if (text !== '') insert(field, text)
  const fields = [...(field.form?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])]
  const next = fields[fields.indexOf(field) + 1]
  if (others.length === 0 || !next) return
  next.focus()
  insertAll(others)
}

let letGo = (): void => undefined

/** So long may a screen or a dialog take to put the cursor into its field; one without a field must not hold the keys. */
const longestWaitMs = 500

/**
 * Keeps what is typed from whatever still has the focus. Answers with what to call once the screen is there; its field may
 * get the cursor with it or a little later. A press or a key that types nothing ends it: somebody does something else.
 */
export function holdTyping(): () => void {
  letGo()
  let typed = ''
  let arrived = false
  const from = document.activeElement
  const listening = new AbortController()
  const { signal } = listening
  const end = () => listening.abort()
  letGo = end
  const give = () => {
    const to = document.activeElement
    if (!arrived || signal.aborted || to === from || !(to instanceof HTMLInputElement)) return
    end()
    insertAll(typed.split('\t'))
  }
  const options = { capture: true, signal }
  window.addEventListener(
    'keydown',
    (event) => {
      if (modifiers.has(event.key)) return
      const isTab = event.key === 'Tab' && !event.shiftKey
      if (!isTab && !isLetter(event)) return end()
      event.preventDefault()
      event.stopImmediatePropagation()
      typed += isTab ? '\t' : event.key
    },
    options,
  )
  window.addEventListener('focusin', give, options)
  window.addEventListener('pointerdown', end, options)
  return () => {
    arrived = true
    give()
    setTimeout(end, longestWaitMs)
  }
}

/** For what opens on this screen or above it: a dialog, the palette, a search. */
export const holdTypingUntilFocus = (): void => holdTyping()()
