// What is typed on the way to a screen or a dialog goes into the field in which it puts the cursor, and with Tab into the next ones.

type FormField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
type TextField = HTMLInputElement | HTMLTextAreaElement

/** A date, a tick box and a button to choose by have no cursor, and refuse text. */
const isTextField = (element: Element | null): element is TextField =>
  (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) &&
  element.selectionStart !== null

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 &&
  !event.isComposing &&
  (!(event.ctrlKey || event.metaKey || event.altKey) || event.getModifierState('AltGraph'))

const modifiers = new Set(['Shift', 'AltGraph', 'Control', 'Alt', 'CapsLock'])

function insert(field: TextField, text: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
}

/** Of buttons to choose one by, Tab stops at the chosen one, else at the first. */
function isStop(field: FormField, _index: number, fields: readonly FormField[]): boolean {
  if (field.type !== 'radio') return true
  const group = fields.filter(({ type, name }) => type === field.type && name === field.name)
  return field === (group.find((each) => each.matches(':checked')) ?? group[0])
}

function fieldAfter(field: FormField): FormField | undefined {
  const fields = field.form?.querySelectorAll<FormField>('input:not([type="hidden"]), select, textarea') ?? []
  const stops = [...fields].filter(isStop)
  return stops[stops.indexOf(field) + 1]
}

/** Fields are one after the other in a form; the text after a field that takes none is nobody's. */
function insertAll(field: FormField, [text = '', ...others]: readonly string[]): void {
  if (text !== '') {
    if (!isTextField(field)) return
    insert(field, text)
  }
  const next = others.length > 0 ? fieldAfter(field) : undefined
  next?.focus()
  if (next && document.activeElement === next) insertAll(next, others)
}

let letGo = (): void => undefined

/** So long may a screen take to come: one that fails never does. */
const longestWayMs = 3000
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
    if (!arrived || signal.aborted || to === from) return
    if (isTextField(to)) {
      end()
      insertAll(to, typed.split('\t'))
    }
    // A dialog that begins with a button asks for no text.
    else if (to?.closest('[role="dialog"]')) end()
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
  setTimeout(end, longestWayMs)
  return () => {
    arrived = true
    give()
    setTimeout(end, longestWaitMs)
  }
}

/** For what opens on this screen or above it: a dialog, the palette, a search. */
export const holdTypingUntilFocus = (): void => holdTyping()()
