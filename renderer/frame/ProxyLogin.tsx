// A proxy asks for a login: its name and password, once for all that wait, kept only where that is wished.
import { Checkbox, Modal, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ProxyQuestion } from '../../shared/connection/proxyLogin.ts'
import { callMain } from '../api.ts'
import { sayProblem } from '../ui/behaviour/showFailure.ts'
import { withSignsShown } from '../ui/words/visibleSigns.ts'
import { Notice } from '../ui/Notice.tsx'
import { DialogForm } from '../ui/screen/DialogForm.tsx'

export default function ProxyLogin({ question, onDone }: { question: ProxyQuestion; onDone: () => void }) {
  const { proxy, realm, isPlain, refused } = question
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [keep, setKeep] = useState(false)
  const answer = async (login: { username: string; password: string; keep: boolean } | null) => {
    onDone()
    const told = await callMain('app:proxyLogin', { proxy, login })
    if (!told.ok) sayProblem(told.error)
  }
  return (
    <Modal opened onClose={() => void answer(null)} title="The proxy wants a login" size="md">
      <DialogForm
        cancel="Cancel"
        onCancel={() => void answer(null)}
        submit="Log in"
        disabled={username === ''}
        onSubmit={() => void answer({ username, password, keep })}
      >
        <p>
          <span className="mono">{withSignsShown(proxy)}</span>
          {realm && (
            <>
              {' '}
              (<bdi>{withSignsShown(realm)}</bdi>)
            </>
          )}{' '}
          lets Syncwright through with a name and a password. They are those of your network, not of
          ConnectWise.
        </p>
        {refused && <Notice kind="error">The proxy did not take that login.</Notice>}
        {isPlain && (
          <Notice kind="info">This proxy takes the password readable for whoever listens in.</Notice>
        )}
        <TextInput
          label="User name"
          autoComplete="off"
          data-autofocus
          maxLength={500}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="off"
          maxLength={1000}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Checkbox
          label="Keep it"
          description="With the private keys, for this proxy alone."
          checked={keep}
          onChange={(event) => setKeep(event.currentTarget.checked)}
        />
      </DialogForm>
    </Modal>
  )
}
