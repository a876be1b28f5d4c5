// The app's own picker with nothing to search: its list stays empty and only repeats what was typed.
import { useState } from 'react'
import { Combobox } from '../../../../renderer/pickers/Combobox.tsx'
import { mount } from '../mount.tsx'

const ids = {
  id: 'company',
  'aria-labelledby': 'label',
  'aria-describedby': undefined,
  'aria-invalid': false,
}

function EmptyPicker() {
  const [text, setText] = useState('')
  return (
    <>
      <span id="label">Company</span>
      <Combobox
        ids={ids}
        shown=""
        placeholder=""
        rows={[]}
        guesses={0}
        text={text}
        onText={setText}
        onChoose={() => {}}
        empty={`No company matches “${text}”.`}
        foot={null}
      />
    </>
  )
}

mount(<EmptyPicker />)
