// Cleans what is typed or pasted into the fields of a connection, and remembers what to say about it at each field.
import { type ClipboardEvent, useState } from 'react'
import { normalisedSite } from '../../shared/connection/destination.ts'
import { cleanPasted, type PastedField, readPastedMail } from '../../shared/connection/pastedText.ts'
import type { FieldProblem } from './Field.tsx'
import { listInWords } from '../../shared/text/listInWords.ts'

type Values = Partial<Record<PastedField, string>>

type UsePasted<Field extends PastedField> = {
  fields: readonly Field[]
  values: Readonly<Record<Field, string>>
  setValues: (values: Partial<Record<Field, string>>) => void
}

/** A value as it will be tested and saved: of an address that is the host alone. */
function settled(field: PastedField, text: string): { value: string; removed: readonly string[] } {
  const { value, removed } = cleanPasted(field, text)
  const host = field === 'site' ? normalisedSite(value) : value
  return { value: host, removed: host.length < value.length ? [...removed, 'what is no host'] : removed }
}

const words: Record<PastedField, string> = {
  site: 'site',
  companyId: 'company ID',
  publicKey: 'public key',
  privateKey: 'private key',
  clientId: 'client ID',
}
const fromMail = 'Taken from the pasted text.'

export type Pasted<Field extends PastedField> = ReturnType<typeof usePasted<Field>>

/** `fields` are those of the form; a mail that names others fills these alone. */
export function usePasted<Field extends PastedField>({ fields, values, setValues }: UsePasted<Field>) {
  const [said, setSaid] = useState<Values>({})

  const own = (mail: Values): Partial<Record<Field, string>> => {
    const taken: Partial<Record<Field, string>> = {}
    for (const field of fields) if (mail[field] !== undefined) taken[field] = mail[field]
    return taken
  }
  /** Whether the text was a mail with several values, which are all in their fields now. */
  const takeMail = (text: string): boolean => {
    const mail = readPastedMail(text)
    const taken = mail && own(mail)
    if (!taken || Object.keys(taken).length < 2) return false
    setValues(taken)
    setSaid(Object.fromEntries(Object.keys(taken).map((field) => [field, fromMail])))
    return true
  }
  const say = (field: Field, removed: readonly string[]): void =>
    setSaid((before) => ({ ...before, [field]: `Taken off: ${listInWords(removed)}.` }))
  const put = (field: Field, value: string): void => {
    const change: Partial<Record<Field, string>> = {}
    change[field] = value
    setValues(change)
  }
  return {
    /** For a field that takes no part itself: a mail pasted into it goes to the others. */
    takeMail,
    /** Handlers of one field. */
    handlersOf: (field: Field) => ({
      onPaste: (event: ClipboardEvent<HTMLInputElement>) => {
        const text = event.clipboardData.getData('text/plain')
        const { value, selectionStart, selectionEnd } = event.currentTarget
        const isWhole = selectionStart === 0 && selectionEnd === value.length
        const cleaned = settled(field, text)
        if (!takeMail(text)) {
          // Into the middle of a value goes what was pasted; it is cleaned with the rest when the field is left.
          if (!isWhole || cleaned.removed.length === 0) return
          put(field, cleaned.value)
          say(field, cleaned.removed)
        }
        event.preventDefault()
      },
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget
        if (takeMail(value)) return
        setSaid((before) => ({ ...before, [field]: undefined }))
        put(field, value)
      },
      onBlur: () => {
        const { value, removed } = settled(field, values[field])
        if (value === values[field]) return
        put(field, value)
        if (removed.length > 0) say(field, removed)
      },
    }),
    noteOf: (field: Field): string | undefined => said[field],
    /** What is still in a value and belongs in none, before anything is sent. */
    oddIn: (field: Field): FieldProblem[] => {
      const { value, odd } = cleanPasted(field, values[field])
      const isBoth =
        value !== '' &&
        field === 'privateKey' &&
        fields.some((each) => each === 'publicKey' && values[each] === value)
      return [
        ...(odd === null ? [] : [`There is ${odd} in it, which no ${words[field]} holds. Look at it again.`]),
        ...(isBoth ? ['This is the public key as well. ConnectWise makes two that differ.'] : []),
      ].map((message) => ({ severity: 'warning', message }))
    },
  }
}
