// The templates on disk: settings by name, offered where a relationship begins.
import { randomUUID } from 'node:crypto'
import { type Template, templateSchema } from '../../shared/relationship/template.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import { createDocument, type StoreContext } from '../disk/document.ts'

const fileSchema = z.strictObject({ version: z.literal(1), templates: z.array(templateSchema) })

export type Templates = {
  readonly list: () => readonly Template[]
  readonly get: (id: string) => Template | undefined
  /** One of the same name takes the place of the former. */
  readonly save: (template: Omit<Template, 'id' | 'savedAt'>) => Result<Template>
  readonly remove: (id: string) => Result<null>
}

/** Opens `<folder>/templates.json`. */
export function createTemplates(context: StoreContext, folder: string): Templates {
  const document = createDocument(context, {
    folder,
    name: 'templates',
    label: 'The list of templates',
    version: 1,
    schema: fileSchema,
    empty: { version: 1, templates: [] },
  })
  const list = (): readonly Template[] => document.read().templates
  const write = (templates: readonly Template[]): Result<null> =>
    document.write({ version: 1, templates: [...templates] })
  return {
    list,
    get: (id) => list().find((template) => template.id === id),
    save: (values) => {
      const known = list().find(({ name }) => name === values.name)
      const template = { ...values, id: known?.id ?? randomUUID(), savedAt: context.now().toISOString() }
      const written = write([...list().filter(({ id }) => id !== template.id), template])
      return written.ok ? ok(template) : written
    },
    remove: (id) =>
      list().some((template) => template.id === id)
        ? write(list().filter((template) => template.id !== id))
        : fail('unknown-item', 'This template is not in the store any more.'),
  }
}
