// Who did the work of a partner's time entry, and as what: found by name, else the default, and what that depends on.
import { describe, expect, test } from 'vitest'
import type { Reference } from '../../../../../../shared/reference/lookup.ts'
import { reference, targetRelationship } from '../../../../../support/relationships.ts'
import { type Entry, type Options, entry, preview, posted, withTime } from './timePreview.ts'

describe('the member', () => {
  test.each<[string, Entry, number]>([
    ['is found by e-mail', { memberName: null, memberEmail: 'Elodie.Brandt@EXAMPLE.test ' }, 43],
    ['is found by identifier', { memberName: 'EBrandt' }, 43],
    ['is found by full name without accents', { memberName: 'elodie BRANDT' }, 43],
    [
      'is found by e-mail before name',
      { memberName: 'Dana Reyes', memberEmail: 'elodie.brandt@example.test' },
      43,
    ],
    [
      'is found by name when the e-mail is unknown',
      { memberName: 'Élodie Brandt', memberEmail: 'x@example.test' },
      43,
    ],
    ['is found by an e-mail given as a name', { memberName: 'elodie.brandt@example.test' }, 43],
  ])('%s', (_, changes, id) => {
    expect(posted(changes)).toMatchObject({ member: { id } })
    expect(preview([{ ...entry, ...changes }]).warnings).toEqual([])
  })

  test('is looked for in the lists read last', () => {
    const kemi = { identifier: 'kokafor', firstName: 'Kemi' }
    const lists = (id: number) =>
      reference({ members: [...(reference().members?.values() ?? []), { ...kemi, id }] })
    for (const id of [71, 72, 71])
      expect(posted({ memberName: 'kokafor' }, { reference: lists(id) })).toMatchObject({ member: { id } })
  })

  const people = (changes: object) =>
    reference({
      members: [
        { id: 90, identifier: 'b', firstName: 'Ana', lastName: 'Silva' },
        { id: 50, identifier: 'a', firstName: 'Ana', lastName: 'Silva', ...changes },
      ],
    })

  test.each<[string, Entry, Options, number]>([
    ['nobody is named', { memberName: null }, {}, 42],
    ['nobody is called that', { memberName: 'Nobody' }, {}, 42],
    ['nobody is named in lists nobody read', { memberName: null, memberEmail: ' ' }, { reference: null }, 42],
  ])('is the default when %s', (_, changes, options, id) => {
    expect(posted(changes, options)).toMatchObject({ member: { id } })
    expect(preview([{ ...entry, ...changes }], options).items[0]?.warnings).toContain('member-fallback')
  })

  const sparse = (changes: object = {}) =>
    reference({ members: [{ id: 42, identifier: 'dreyes', ...changes }] })
  test.each<[string, Entry, Reference | null]>([
    ['there is no reference data', { memberName: 'Élodie Brandt' }, null],
    ['members were not read', { memberName: 'Élodie Brandt' }, reference({ members: undefined })],
    ['members were not read to the end', { memberName: 'Nobody' }, reference({}, { partial: ['members'] })],
    ['no member has an e-mail', { memberName: 'Nobody', memberEmail: 'n@example.test' }, sparse()],
    [
      'the list names a kind of e-mail',
      { memberName: null, memberEmail: 'n@example.test' },
      sparse({ defaultEmail: 'Office' }),
    ],
  ])('is shown as the default and not claimed when %s', (_, changes, known) => {
    expect(posted(changes, { reference: known })).toMatchObject({ member: { id: 42 } })
    const row = preview([{ ...entry, workRole: null, ...changes }], { reference: known })
    expect(row.warnings).toEqual(['work-role-fallback', 'reference-not-read'])
    expect(row.items[0]?.warnings).toEqual(row.warnings)
  })

  test.each<[string, Entry, Reference]>([
    [
      'by the e-mail of the lighter list',
      { memberName: null, memberEmail: 'd@example.test' },
      reference({ members: [{ id: 42 }, { id: 44, defaultEmail: 'D@example.test' }] }),
    ],
    [
      'in a list that was not read to the end',
      { memberName: 'x' },
      reference({ members: [{ id: 44, identifier: 'X' }] }, { partial: ['members'] }),
    ],
  ])('is found %s', (_, changes, known) => {
    expect(posted(changes, { reference: known })).toMatchObject({ member: { id: 44 } })
    expect(preview([{ ...entry, ...changes }], { reference: known }).warnings).toEqual([])
  })

  test('is told where a name is that of several', () => {
    const options = { relationship: targetRelationship({ owner: null }), reference: people({}) }
    expect(preview([{ ...entry, memberName: 'Ana Silva' }], options).warnings).toEqual(['member-ambiguous'])
    expect(preview([{ ...entry, memberName: 'a' }], options).warnings).toEqual([])
  })

  test.each([
    ['the lowest id among namesakes', {}, 50],
    ['never an inactive member', { inactiveFlag: true }, 90],
    ['never an API member', { licenseClass: 'A' }, 90],
  ])('is %s', (_, changes, id) => {
    const relationship = targetRelationship({ owner: null })
    expect(posted({ memberName: 'ana silva' }, { relationship, reference: people(changes) })).toMatchObject({
      member: { id },
    })
  })

  test('is required when neither the named one nor a default is known', () => {
    const relationship = withTime({ defaultMember: null })
    expect(preview([{ ...entry, memberName: 'Nobody' }], { relationship })).toMatchObject({
      verdict: 'fail',
      reasons: ['member-required'],
      warnings: [],
    })
    expect(preview([entry], { relationship }).verdict).toBe('create')
    expect(preview([], { relationship }).verdict).toBe('create')
  })
})

describe('the work role', () => {
  test('is found by name among active roles', () => {
    expect(posted({ workRole: ' FIELD Engineer' })).toMatchObject({ workRole: { id: 12 } })
  })

  test.each<[string, Entry, Options]>([
    ['none is named', { workRole: null }, {}],
    ['nothing is called that', { workRole: 'Wizard' }, {}],
    [
      'the named one is inactive',
      { workRole: 'Wizard' },
      {
        reference: reference({
          workRoles: [
            { id: 11, name: 'Engineer' },
            { id: 13, name: 'Wizard', inactiveFlag: true },
          ],
        }),
      },
    ],
  ])('is the default when %s', (_, changes, options) => {
    const row = preview([{ ...entry, ...changes }], options)
    expect(row.items[0]?.warnings).toEqual(['work-role-fallback'])
    expect(row.warnings).toEqual(['work-role-fallback'])
    expect(posted(changes, options)).toMatchObject({ workRole: { id: 11 } })
  })

  test('is required when neither the named one nor a default is known', () => {
    const relationship = withTime({ defaultWorkRole: null })
    expect(preview([{ ...entry, workRole: null }], { relationship }).reasons).toEqual(['work-role-required'])
  })
})

describe('the default member and work role', () => {
  const gone = reference({
    members: [{ id: 43, identifier: 'x' }],
    workRoles: [{ id: 11, inactiveFlag: true }],
  })
  const relationship = targetRelationship({ owner: null })

  test('refuse the entries that need them, by the codes of the findings', () => {
    expect(
      preview([{ ...entry, memberName: 'Nobody', workRole: null }], { relationship, reference: gone }),
    ).toMatchObject({
      verdict: 'fail',
      reasons: ['work-role-inactive', 'member-unknown'],
      warnings: [],
    })
  })

  test('refuse nothing else', () => {
    const row = preview([{ ...entry, memberName: 'x', workRole: 'Field' }], {
      relationship,
      reference: reference({
        members: [{ id: 43, identifier: 'x' }],
        workRoles: [{ id: 12, name: 'Field' }],
      }),
    })
    expect(row).toMatchObject({ verdict: 'create', reasons: [] })
  })
})
