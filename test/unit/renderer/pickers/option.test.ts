// What pickers say of a saved value whose record is called otherwise now.
import { describe, expect, it } from 'vitest'
import { isRenamed, memberOptions, plainOptions } from '../../../../renderer/pickers/option.ts'

describe('a saved name', () => {
  const [owner] = memberOptions([{ id: 42, identifier: 'dreyes', firstName: 'Dana', lastName: 'Reyes' }])
  const [sparse] = memberOptions([{ id: 43, identifier: 'mlind' }])
  const [source] = plainOptions([{ id: 1, name: 'Phone' }])
  const [nameless] = plainOptions([{ id: 2 }])

  it.each([
    ['the same name', 'Phone', source, false],
    ['another name', 'Telephone', source, true],
    ['no name at all', 'Anything', nameless, false],
    ['the full name of a member', 'Dana Reyes', owner, false],
    ['the identifier of a member', 'dreyes', owner, false],
    ['another name of a member', 'Dana Smith', owner, true],
    ['a member of whom only the identifier is known', 'Mara Lind', sparse, false],
  ])('beside %s is marked only when it is none of the present ones', (_, saved, option, renamed) =>
    expect(isRenamed(saved, option?.names ?? [])).toBe(renamed),
  )
})
