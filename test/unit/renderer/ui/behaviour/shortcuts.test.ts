// Shortcuts answer to the letter that is typed, and to the key’s place where the layout types none of ours.
import { describe, expect, it } from 'vitest'
import { isPressed } from '../../../../../renderer/ui/behaviour/shortcuts.ts'

const press = (key: string, code: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...held,
})

const ctrl = { ctrlKey: true }

describe('a shortcut', () => {
  it.each([
    ['Ctrl S', press('s', 'KeyS', ctrl), 'mod+S', true],
    ['Cmd S', press('s', 'KeyS', { metaKey: true }), 'mod+S', true],
    ['Ctrl S with caps lock', press('S', 'KeyS', ctrl), 'mod+S', true],
    ['Cyrillic', press('ы', 'KeyS', ctrl), 'mod+S', true],
    ['Greek', press('κ', 'KeyK', ctrl), 'mod+K', true],
    ['Hebrew', press('כ', 'KeyF', ctrl), 'mod+F', true],
    ['Arabic', press('ث', 'KeyE', ctrl), 'mod+E', true],
    ['a vowel sign of Hindi, which is no letter', press('\u093f', 'KeyF', ctrl), 'mod+F', true],
    ['Thai', press('ำ', 'KeyE', ctrl), 'mod+E', true],
    ['a sign on the digits of a French layout', press('é', 'Digit2', ctrl), 'mod+2', false],
    ['the letter of a Dvorak layout, wherever it lies', press('s', 'Semicolon', ctrl), 'mod+S', true],
    ['the place of a Latin letter that is another one', press('o', 'KeyS', ctrl), 'mod+S', false],
    ['the letter alone', press('s', 'KeyS'), 'mod+S', false],
    ['more keys than asked for', press('s', 'KeyS', { ...ctrl, shiftKey: true }), 'mod+S', false],
    ['AltGr, which is Ctrl and Alt', press('s', 'KeyS', { ...ctrl, altKey: true }), 'mod+S', false],
    ['F5', press('F5', 'F5'), 'F5', true],
    ['Shift F8', press('F8', 'F8', { shiftKey: true }), 'shift+F8', true],
    [
      'a key an input method composes with',
      press('s', 'KeyS', { ...ctrl, isComposing: true }),
      'mod+S',
      false,
    ],
  ])('%s', (_, event, keys, expected) => expect(isPressed(event, keys)).toBe(expected))
})
