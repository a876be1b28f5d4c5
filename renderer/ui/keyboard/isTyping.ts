// Whether a key goes into a text field, where it means what it types.

const texts = 'input:not([type="checkbox"], [type="radio"], [type="file"]), textarea, select'

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(texts)

/** The box of a picker whose list is closed shows a choice: what its text was on the way there is nobody's wish to have back. */
export const isEditingText = (target: EventTarget | null): boolean =>
  isTyping(target) &&
  !(target instanceof Element && target.matches('select, [role="combobox"][aria-expanded="false"]'))
