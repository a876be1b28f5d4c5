// The published JSON Schemas name the same members as the formats themselves.
import { describe, expect, test } from 'vitest'
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

  test('a format is found by its kind and by its short name', () => {
    expect(formatNamed('syncwright.reference')).toBe('syncwright.reference')
    expect(formatNamed('reference')).toBe('syncwright.reference')
    expect(formatNamed('toString')).toBeUndefined()
  })
})
