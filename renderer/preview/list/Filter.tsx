// Narrows the ticket list: search in keys and titles (Ctrl+F), and one reason or warning.
import { NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { codeWords } from './codeWords.ts'
import { Key } from '../../ui/Key.tsx'
import classes from '../Preview.module.css'
import { formatCount } from '../../../shared/text/counts.ts'

type FilterProps = {
  text: string
  onText: (text: string) => void
  code: string | null
  onCode: (code: string | null) => void
  /** The codes that occur, with the number of tickets that carry them. */
  codes: readonly { code: string; count: number }[]
  /** From what is searched to what was found. */
  onDown: () => void
}

export function TicketFilter({ text, onText, code, onCode, codes, onDown }: FilterProps) {
  // A chosen code that no longer occurs stays in the list, so that the empty list explains itself.
  const offered =
    code === null || codes.some((each) => each.code === code) ? codes : [{ code, count: 0 }, ...codes]
  return (
    <div className={classes.filter}>
      <TextInput
        type="search"
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
          if (!['ArrowDown', 'Enter'].includes(event.key) || event.nativeEvent.isComposing) return
          event.preventDefault()
          onDown()
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
            {codeWords(each.code).short} ({formatCount(each.count)})
          </option>
        ))}
      </NativeSelect>
    </div>
  )
}
