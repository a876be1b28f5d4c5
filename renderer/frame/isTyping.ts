// Whether a key goes into a text field, where it means what it types.

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, textarea, select')
