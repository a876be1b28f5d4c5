// Files the app saved for its page: each is offered at an address of its own, fetched once, and gone then.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { basename } from 'node:path'

export const createDownloads = () => {
  const paths = new Map<string, string>()
  return {
    offer: (path: string): { url: string; name: string } => {
      const id = randomUUID()
      const name = basename(path)
      paths.set(id, path)
      return { url: `/__host/files/${id}/${encodeURIComponent(name)}`, name }
    },
    send: (response: ServerResponse, id: string) => {
      const path = paths.get(id)
      paths.delete(id)
      if (path === undefined || !existsSync(path)) return response.writeHead(404).end()
      const name = encodeURIComponent(basename(path))
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      })
      response.end(readFileSync(path))
      rmSync(path)
    },
  }
}
