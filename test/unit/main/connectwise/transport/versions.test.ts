// The API version that is asked for steps down at any refusal of it, for the whole server or for one endpoint.
import { expect, it } from 'vitest'
import { createClient } from '../../../../../main/connectwise/transport/client.ts'
import { createPeer, json, keys, text } from '../fakes.ts'

const newest = 'application/vnd.connectwise.com+json; version=2026.4'
const older = 'application/vnd.connectwise.com+json; version=2025.1'

it.each([
  ['406 without a word', () => text('', 406)],
  ['415 without a word', () => text('', 415)],
  [
    'the words of an old release',
    () =>
      json(
        {
          code: 'ConnectWiseApi',
          message: 'Check your accept header to make sure you are using the correct version.',
        },
        { status: 400 },
      ),
  ],
  [
    'an unsupported version',
    () =>
      json(
        { code: 'UnsupportedApiVersion', message: 'The HTTP resource does not support it.' },
        { status: 400 },
      ),
  ],
  [
    'a version that is not known',
    () => json({ code: 'BadRequest', message: 'API version 2026.4 is not supported' }, { status: 404 }),
  ],
  [
    'an invalid version',
    () =>
      json({ code: 'InvalidObject', message: 'Invalid version specified in accept header' }, { status: 400 }),
  ],
  [
    'a refusal in a 200',
    () => json({ code: 'ConnectWiseApi', message: 'The requested version does not exist.' }),
  ],
  ['a page', () => text('<html><title>Unsupported API-Version</title></html>', 400)],
])('steps down after %s', async (_title, refuse) => {
  const { fetch, log } = createPeer(({ headers }) => (headers.get('accept') === newest ? refuse() : json([])))
  const client = createClient({ fetch, keys, allowLoopbackHttp: false })
  expect(await client.list('/service/boards')).toMatchObject({ ok: true })
  await client.list('/service/priorities')
  expect(log.slice(1).map(({ headers }) => headers.get('accept'))).toEqual([newest, older, older])
})

it('steps down for the one endpoint that lacks the version, whichever record is asked for', async () => {
  const { fetch, log } = createPeer(({ path, headers }) =>
    path.includes('/notes') && headers.get('accept') !== 'application/json' ? text('', 406) : json([]),
  )
  const client = createClient({ fetch, keys, allowLoopbackHttp: false })
  await client.list('/service/boards')
  await client.list('/service/tickets/1/notes')
  await client.list('/service/tickets/2/notes')
  await client.list('/service/boards')
  expect(log.slice(1).map(({ headers }) => headers.get('accept'))).toEqual([
    newest,
    newest,
    older,
    'application/json',
    'application/json',
    newest,
  ])
})

it('does not step down after other refusals', async () => {
  const { fetch, log } = createPeer(() =>
    json({ code: 'ApiFindCondition', message: 'x is not a recognized name.' }, { status: 400 }),
  )
  const client = createClient({ fetch, keys, allowLoopbackHttp: false })
  await client.list('/service/boards')
  expect(log).toHaveLength(2)
})
