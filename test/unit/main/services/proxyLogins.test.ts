// The login of a proxy is asked for once, whoever waits for it, and goes to that proxy alone.
import { expect, test, vi } from 'vitest'
import type { ProxyQuestion } from '../../../../shared/connection/proxyLogin.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { createProxyLogins } from '../../../../main/services/proxyLogins.ts'
import type { KeyUse } from '../../../../main/store/keys/keyOwner.ts'

const office = { host: 'proxy.example.test', port: 3128, realm: 'Contoso', scheme: 'basic' }
const name = 'proxy.example.test:3128'
const kim = { username: 'kim', password: 'secret' }
const never = new AbortController().signal

function logins(stored: Record<string, string> = {}) {
  const kept = new Map(Object.entries(stored))
  const questions: ProxyQuestion[] = []
  const hide = vi.fn<(secret: string) => void>()
  const vault = {
    read: async ({ id }: KeyUse) => kept.get(id),
    save: async ({ id }: KeyUse, text: string) => {
      if (id.startsWith('full')) return fail('write-failed', 'The disk is full.')
      kept.set(id, text)
      return ok(null)
    },
    removeAll: ({ id }: { id: string }) => {
      kept.delete(id)
      return ok(null)
    },
  }
  const proxies = createProxyLogins({ vault, ask: (question) => void questions.push(question), hide })
  const asked = (count: number) => vi.waitFor(() => expect(questions).toHaveLength(count))
  return { ...proxies, questions, kept, hide, asked }
}

test('requests that wait for one proxy wait for one question', async () => {
  const { login, answer, questions, asked, hide } = logins()
  const waiting = [login(office, undefined, never), login(office, undefined, never)]
  await asked(1)
  expect(questions).toEqual([{ proxy: name, realm: 'Contoso', isPlain: true, refused: false }])
  await answer({ proxy: name, login: { ...kim, keep: false } })
  expect(await Promise.all(waiting)).toEqual([kim, kim])
  expect(await login(office, undefined, never)).toEqual(kim)
  expect(questions).toHaveLength(1)
  expect(hide).toHaveBeenCalledWith('secret')
})

test('another proxy is asked about on its own, and gets nothing of the first', async () => {
  const { login, answer, asked } = logins()
  void login(office, undefined, never)
  await asked(1)
  await answer({ proxy: name, login: { ...kim, keep: true } })
  const other = login({ ...office, port: 8080 }, undefined, never)
  await asked(2)
  await answer({ proxy: 'proxy.example.test:8080', login: null })
  expect(await other).toBeUndefined()
})

test('a login that is kept is there at the next start, and goes where it is not wished any more', async () => {
  const first = logins()
  await first.answer({ proxy: name, login: { ...kim, keep: true } })
  const next = logins(Object.fromEntries(first.kept))
  expect(await next.login(office, undefined, never)).toEqual(kim)
  expect(next.questions).toEqual([])
  await next.answer({ proxy: name, login: { ...kim, keep: false } })
  expect(next.kept.size).toBe(0)
})

test('a wrong login is asked for anew and not sent again', async () => {
  const old = { username: 'kim', password: 'of last year' }
  const { login, answer, questions, asked } = logins({ [name]: JSON.stringify(old) })
  expect(await login(office, undefined, never)).toEqual(old)
  const waiting = login(office, old, never)
  await asked(1)
  expect(questions[0]).toMatchObject({ refused: true })
  await answer({ proxy: name, login: { ...kim, keep: true } })
  expect(await waiting).toEqual(kim)
  // One that was refused with the old password meanwhile takes the new one without a question.
  expect(await login(office, old, never)).toEqual(kim)
  expect(questions).toHaveLength(1)
})

test('whoever says no is left alone until they start something', async () => {
  const { login, answer, askAgain, questions, asked } = logins()
  const waiting = login(office, undefined, never)
  await asked(1)
  await answer({ proxy: name, login: null })
  expect(await waiting).toBeUndefined()
  expect(await login(office, undefined, never)).toBeUndefined()
  expect(questions).toHaveLength(1)
  askAgain()
  void login(office, undefined, never)
  await asked(2)
})

test('a question nobody waits for any more is asked again, and a late answer still counts', async () => {
  const { login, answer, asked } = logins()
  const leaving = new AbortController()
  const waiting = login(office, undefined, leaving.signal)
  await asked(1)
  leaving.abort()
  expect(await waiting).toBeUndefined()
  const next = login(office, undefined, never)
  await asked(2)
  await answer({ proxy: name, login: { ...kim, keep: false } })
  expect(await next).toEqual(kim)
})

test('what cannot be kept is told, and lasts until quit', async () => {
  const { login, answer } = logins()
  const told = await answer({ proxy: 'full.example.test:80', login: { ...kim, keep: true } })
  expect(told).toMatchObject({ error: { code: 'write-failed' } })
  expect(await login({ ...office, host: 'full.example.test', port: 80 }, undefined, never)).toEqual(kim)
})

test('what is damaged in the keystore counts as none', async () => {
  const { login, asked } = logins({ [name]: '{"username":1}' })
  void login(office, undefined, never)
  await asked(1)
})
