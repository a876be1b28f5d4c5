// Electron's side of the page in a plain browser: `require('electron')` for the preload, calls and events over a WebSocket.
import { decode, encode } from './codec.ts'
import type { FromPage, PreloadProcess, ToPage } from './messages.ts'

type Listener = (event: object, ...args: unknown[]) => void
type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void
type Pending = { resolve: (value: unknown) => void; reject: (error: Error) => void }

declare global {
  var hostPreload: ((process: PreloadProcess, preload: Preload) => void) | undefined
}

const pending = new Map<number, Pending>()
const listeners = new Map<string, Listener[]>()
let nextId = 1
let socket: WebSocket | null = null

const download = (url: string, name: string) => {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

const receive = (message: ToPage) => {
  switch (message.kind) {
    case 'answer':
      pending.get(message.id)?.resolve(message.value)
      return void pending.delete(message.id)
    case 'failure':
      pending.get(message.id)?.reject(new Error(message.message))
      return void pending.delete(message.id)
    case 'event':
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer, ports: [] }, ...message.args)
      return
    case 'download':
      return download(message.url, message.name)
    case 'reload':
      return location.reload()
    case 'open':
      return void window.open(message.path, '_blank', `popup,width=${message.width},height=${message.height}`)
    case 'go':
      return location.assign(message.path)
    case 'close':
      window.close()
  }
}

/** What proves this page to the host; it came with the page that the token opened. */
const keyName = 'browser-host-key'
const given = document.querySelector(`meta[name="${keyName}"]`)
if (given) localStorage.setItem(keyName, given.getAttribute('content') ?? '')
given?.remove()

/** The open socket; a lost one is opened anew by the next call, and what waited on it fails with a sentence. */
const connect = (): WebSocket => {
  if (socket && socket.readyState <= WebSocket.OPEN) return socket
  // The page's own query tells which window it is in.
  const address = `ws://${location.host}/__host/socket${location.search}`
  const opened = new WebSocket(address, localStorage.getItem(keyName) ?? 'none')
  opened.addEventListener('message', ({ data }) => receive(decode(String(data)) as ToPage))
  opened.addEventListener('close', () => {
    for (const { reject } of pending.values())
      reject(new Error('browser host: the connection to the app is lost'))
    pending.clear()
  })
  socket = opened
  return opened
}

const post = (message: FromPage) => {
  const text = encode(message)
  const opened = connect()
  if (opened.readyState === WebSocket.OPEN) opened.send(text)
  else opened.addEventListener('open', () => opened.send(text), { once: true })
}

const on = (channel: string, listener: Listener) => {
  listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
  return ipcRenderer
}
const off = (channel: string, listener: Listener) => {
  const rest = (listeners.get(channel) ?? []).filter((known) => known !== listener)
  listeners.set(channel, rest)
  return ipcRenderer
}

const ipcRenderer = {
  invoke: (channel: string, ...args: unknown[]) =>
    new Promise((resolve, reject) => {
      const id = nextId++
      post({ kind: 'invoke', id, channel, args })
      pending.set(id, { resolve, reject })
    }),
  send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
  on,
  addListener: on,
  off,
  removeListener: off,
  removeAllListeners: (channel: string) => {
    listeners.delete(channel)
    return ipcRenderer
  },
}

/** What crosses the bridge is copied and frozen; functions stay callable. */
const copy = (value: unknown): unknown => {
  if (typeof value === 'function')
    return Object.freeze((...args: unknown[]) => Reflect.apply(value, undefined, args))
  if (Array.isArray(value)) return Object.freeze(value.map(copy))
  if (typeof value !== 'object' || value === null) return value
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])))
}

const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => {
    if (name in globalThis)
      throw new Error('Cannot bind an API on top of an existing property on the window object')
    Object.defineProperty(globalThis, name, { value: copy(api), enumerable: true })
  },
}

const offered: Record<string, unknown> = { contextBridge, ipcRenderer }
const electron = new Proxy(offered, {
  get: (target, key) => {
    if (typeof key === 'symbol' || key === '__esModule' || key in target) return Reflect.get(target, key)
    throw new Error(`browser host: electron.${key} in the preload is not available`)
  },
})

// The token is spent; a reload works by the cookie.
if (new URLSearchParams(location.search).has('token')) history.replaceState(null, '', location.pathname)
connect()

globalThis.hostPreload = (process, preload) => {
  delete globalThis.hostPreload
  const module = { exports: {} }
  const require = (name: string) => {
    if (name === 'electron' || name.startsWith('electron/')) return electron
    throw new Error(`module not found: ${name}`)
  }
  preload(require, module, module.exports, { ...process, env: {}, type: 'renderer', sandboxed: true })
}
