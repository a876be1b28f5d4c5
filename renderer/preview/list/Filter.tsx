// Narrows the ticket list: search in keys and titles (Ctrl+F), and one reason or warning.
import { NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { wordsOf } from '../ticket/codeWords.ts'
import { countText } from './groups.ts'
import { Key } from '../../ui/Key.tsx'
import classes from '../Preview.module.css'

type FilterProps = {
  text: string
  onText: (text: string) => void
  code: string | null
  onCode: (code: string | null) => void
  /** The codes that occur, with the number of tickets that carry them. */
  codes: readonly { code: string; count: number }[]
}

export function Filter({ text, onText, code, onCode, codes }: FilterProps) {
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      // The same key brings the preview's tab to the front first.
      requestAnimationFrame(() => {
        search.current?.focus()
        search.current?.select()
      })
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  // A chosen code that no longer occurs stays in the list, so that the empty list explains itself.
  const offered =
    code === null || codes.some((each) => each.code === code) ? codes : [{ code, count: 0 }, ...codes]
  return (
    <div className={classes.filter}>
      <TextInput
        ref={search}
        className={classes.search}
        aria-label="Search tickets"
        placeholder="Search"
        value={text}
        maxLength={200}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={<Key>Ctrl F</Key>}
        rightSectionWidth={54}
        rightSectionPointerEvents="none"
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return
          event.preventDefault()
          // The window's own Escape (discard the draft) must not fire as well.
          event.stopPropagation()
          onText('')
        }}
      />
      <NativeSelect
        className={classes.reason}
        aria-label="Why"
        value={code ?? ''}
        onChange={(event) => onCode(event.currentTarget.value || null)}
      >
        <option value="">Any reason</option>
        {offered.map((each) => (
          <option key={each.code} value={each.code}>
            {wordsOf(each.code).short} ({countText(each.count)})
          </option>
        ))}
      </NativeSelect>
    </div>
  )
}
