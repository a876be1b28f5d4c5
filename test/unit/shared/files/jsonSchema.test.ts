// The published JSON Schemas name the same members as the formats themselves.
import { describe, expect, test } from 'vitest'
import { sampleLibrary } from '../../../../shared/preview/library/library.ts'
import { previewSample } from '../../../../shared/preview/preview.ts'
import { previewResultSchema } from '../../../../shared/preview/result/previewSchema.ts'
import { reference, targetRelationship } from '../../../support/relationships.ts'
import { formatNamed, formatTitles, jsonSchemaOf } from '../../../../shared/files/jsonSchema.ts'

describe('jsonSchemaOf', () => {
  test.each(formatTitles.map(({ kind }) => kind))(
    '%s is a schema of the 2020-12 dialect with a title',
    (kind) => {
      expect(jsonSchemaOf(kind)).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: expect.any(String),
      })
    },
  )

  test('a relationships export requires its members and allows no others', () => {
    expect(jsonSchemaOf('syncwright.relationships')).toMatchObject({
      required: ['kind', 'version', 'exportedAt', 'relationships'],
      additionalProperties: false,
      properties: { kind: { const: 'syncwright.relationships' }, version: { const: 1 } },
    })
  })

  test('a file of ours may name its schema', () => {
    expect(jsonSchemaOf('syncwright.reference')).toMatchObject({
      properties: { $schema: { type: 'string' } },
    })
  })

  test('scalars of a sample may be numbers and booleans, which are taken as text; a key is not blank', () => {
    const { items } = jsonSchemaOf('inbound-sample')
    expect(items).toMatchObject({
      required: ['key', 'summary'],
      properties: {
        key: { anyOf: [{ type: 'string', pattern: '\\S' }, { type: 'number' }, { type: 'boolean' }] },
        status: { type: ['string', 'null', 'number', 'boolean'] },
      },
    })
  })

  test('a policy may say its version, and an unknown member, which would close every site, is none of it', () => {
    expect(jsonSchemaOf('policy')).toMatchObject({
      additionalProperties: false,
      properties: { version: { const: 1 }, $schema: { type: 'string' }, allowedSites: { type: 'array' } },
    })
  })

  test('a preview result is described as it is written', () => {
    const relationship = targetRelationship()
    const { inbound, outbound } = sampleLibrary(relationship, reference())
    const given = { relationship, reference: reference(), notRead: [{ row: 2, reason: 'x' }] }
    for (const result of [
      previewSample({ ...given, flow: 'inbound', tickets: inbound.map(({ ticket }) => ticket) }),
      previewSample({
        ...given,
        flow: 'outbound',
        since: null,
        tickets: outbound.map(({ ticket }) => ticket),
      }),
    ])
      expect(previewResultSchema.safeParse(result).error).toBeUndefined()
    expect(jsonSchemaOf('preview')).toMatchObject({ required: ['flow', 'summary', 'notRead', 'rows'] })
  })

  test('a format is found by its kind and by its short name', () => {
    expect(formatNamed('syncwright.reference')).toBe('syncwright.reference')
    expect(formatNamed('reference')).toBe('syncwright.reference')
    expect(formatNamed('toString')).toBeUndefined()
  })
})
