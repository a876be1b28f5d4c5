// Whom the app believes to be the administrator of a computer, and how it reads what Windows prints.
import { describe, expect, test } from 'vitest'
import { type Computer, readMachinePolicy } from '../../../../../main/services/policy/machinePolicy.ts'
import { namesOurKey, registryPolicy } from '../../../../../main/services/policy/registryPolicy.ts'
import { policyFileSchema } from '../../../../../shared/relationship/policy.ts'

const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Syncwright'
const above = `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\r\n${key}\r\n`
const printed = (...lines: string[]): string => ['', ...lines, ''].join('\r\n')
const policyIn = (output: string) => policyFileSchema.safeParse(JSON.parse(registryPolicy(output)))

describe('what `reg query` prints', () => {
  test('is a policy: a list of sites, a switch, and one text for each locked setting', () => {
    const output = printed(
      key,
      '    AllowedSites    REG_MULTI_SZ    na.myconnectwise.net\\0*.example.test:8443',
      '    UpdateCheck    REG_DWORD    0x0',
      '',
      `${key}\\Locked`,
      '    syncAttachments    REG_SZ    {"value":false,"reason":"They stay    in the house."}',
    )
    expect(policyIn(output).data).toEqual({
      allowedSites: ['na.myconnectwise.net', '*.example.test:8443'],
      updateCheck: false,
      locked: { syncAttachments: { value: false, reason: 'They stay    in the house.' } },
    })
  })

  test('names our key by its whole name, in any case', () => {
    expect(namesOurKey(above)).toBe(true)
    expect(namesOurKey(printed(key.toLowerCase()))).toBe(true)
    for (const other of [`${key}2`, `${key} Tools`, `${key}-x\\Locked`])
      expect(namesOurKey(printed(other))).toBe(false)
  })

  test('may list the sites in a subkey, as administrative templates do', () => {
    const sites = [
      `${key}\\AllowedSites`,
      '    1    REG_SZ    a.example.test',
      '    2    REG_SZ    b.example.test',
    ]
    expect(policyIn(printed(key, '', ...sites)).data?.allowedSites).toEqual([
      'a.example.test',
      'b.example.test',
    ])
    expect(policyIn(printed(key, '', `${key}\\AllowedSites`)).data?.allowedSites).toEqual([])
    expect(policyIn(printed(key, '    AllowedSites    REG_MULTI_SZ')).data?.allowedSites).toEqual([])
  })

  test('allows everything where the key is empty, also with its nameless value', () => {
    expect(policyIn(printed(key)).data).toMatchObject({ locked: {}, updateCheck: true })
    expect(policyIn(printed(key, '    (Standard)    REG_SZ    ')).success).toBe(true)
    expect(policyIn(printed(key, '    (Standard)    REG_SZ    (Wert nicht gesetzt)')).success).toBe(true)
  })

  test.each([
    '    AllowedSite    REG_MULTI_SZ    a.example.test',
    '    AllowedSites    REG_SZ    a.example.test',
    '    allowedSites    REG_BINARY    00',
    '    UpdateCheck    REG_SZ    0',
    '    UpdateCheck    REG_DWORD    0x2',
    '    Locked    REG_SZ    {}',
    '    $schema    REG_DWORD    0x1',
    '    (AllowedSites)    REG_MULTI_SZ    a.example.test',
    `\r\n${key}\\AllowedSite`,
    `\r\n${key}\\Locked\\syncAttachments`,
    `\r\n${key}\\Locked\r\n    syncAttachments    REG_SZ    {"value":false,"value":true,"reason":"x"}`,
    `\r\n${key}\\Lockd\r\n    syncAttachments    REG_SZ    {"value":false,"reason":"x"}`,
    `\r\n${key}\\Locked\r\n    syncAttachments    REG_SZ    {"value":false`,
    `\r\n${key}\\Locked\r\n    syncAttachments    REG_MULTI_SZ    {"value":false,"reason":"x"}`,
    `\r\n${key}\\Locked\r\n    nobodyKnows    REG_SZ    {"value":false,"reason":"x"}`,
    `\r\n${key}\\AllowedSites\r\n    1    REG_DWORD    0x1`,
    `\r\n${key}\\AllowedSites\r\n    1    REG_SZ    two words`,
  ])('is no policy with %j', (line) => {
    expect(policyIn(printed(key, line)).success).toBe(false)
  })
})

describe('on Windows', () => {
  const file = 'D:\\ProgramData\\Syncwright\\policy.json'
  type Told = { above?: string | undefined; own?: string; owner?: string; text?: string }
  const asked: string[] = []
  const computer = ({ above: parent = '', own, owner, text }: Told): Computer => ({
    platform: 'win32',
    systemFolder: () => 'D:\\Windows\\System32',
    run: (program, args) => {
      asked.push(program)
      if (program.endsWith('powershell.exe')) return owner
      if (args.includes('Common AppData'))
        return '\r\nHKEY\r\n    Common AppData    REG_SZ    D:\\ProgramData\r\n'
      return args.some((arg) => /(^|\s)\/s(\s|$)/.test(arg)) ? own : parent
    },
    readFile: (path) =>
      path === file && text !== undefined ? { text, owner: 0, isOpenToOthers: false } : undefined,
  })

  test('the registry alone counts where the key is there', () => {
    const found = readMachinePolicy(
      computer({ above, own: printed(key), owner: 'S-1-5-18', text: '{"allowedSites":[]}' }),
    )
    expect(found).toEqual({ text: '{}', path: key, notices: [] })
  })

  test('a registry that cannot be read is no policy, so that nothing is allowed', () => {
    expect(readMachinePolicy(computer({ above }))).toMatchObject({ text: '' })
    expect(readMachinePolicy({ ...computer({}), run: () => undefined })).toMatchObject({ text: '' })
  })

  test.each([
    'S-1-5-32-544',
    'S-1-5-18',
    'O:BAG:SYD:(A;;FA;;;SY)(A;;0x1200a9;;;BU)',
    'O:SYG:SYD:PAI(A;;FA;;;BA)',
    'O:S-1-5-18G:SY',
  ])('a file counts that belongs to %s', (owner) => {
    expect(readMachinePolicy(computer({ owner: `${owner}\r\n`, text: '{}' }))).toEqual({
      text: '{}',
      path: file,
      notices: [],
    })
  })

  test.each(['S-1-5-21-1-2-3-1001', 'O:S-1-5-21-1-2-3-1001G:BAD:(A;;FA;;;BU)'])(
    'a file of owner %s is not used, and that is said',
    (owner) => {
      const found = readMachinePolicy(computer({ owner, text: '{}' }))
      expect(found).toMatchObject({ text: null, notices: [expect.stringContaining(file)] })
    },
  )

  test.each(['', 'Access denied', 'O:BUG:SY', undefined])(
    'a file whose owner nobody tells (%s) allows nothing',
    (owner) => {
      const found = readMachinePolicy(computer({ ...(owner !== undefined && { owner }), text: '{}' }))
      expect(found).toMatchObject({ text: '', path: file })
    },
  )

  test('the registry is read with all its letters, and without the shell with those that are left', () => {
    const own = printed(
      key,
      '',
      `${key}\\Locked`,
      '    syncAttachments    REG_SZ    {"value":false,"reason":"Für Ärzte"}',
    )
    const shell = computer({ above, own })
    const commands: string[] = []
    const withShell: Computer = {
      ...shell,
      run: (program, args) => {
        if (!program.endsWith('cmd.exe'))
          return program.endsWith('reg.exe') && args.includes('/s') ? '' : above
        commands.push(args.join(' '))
        return own
      },
    }
    expect(readMachinePolicy(withShell).text).toContain('Für Ärzte')
    expect(commands).toEqual([
      expect.stringMatching(/^\/d \/s \/c "".+chcp\.com" 65001 >nul && ".+reg\.exe" query .+ \/reg:64"$/),
    ])
    const withoutShell = {
      ...shell,
      run: (program: string, args: readonly string[]) =>
        program.endsWith('cmd.exe') ? undefined : shell.run(program, args),
    }
    expect(readMachinePolicy(withoutShell)).toMatchObject({
      path: key,
      text: expect.stringContaining('Locked'.toLowerCase()),
    })
  })

  test('only programs of the system’s own folder are asked', () => {
    expect(asked.filter((program) => !program.startsWith('D:\\Windows\\System32\\'))).toEqual([])
  })
})

describe.each([
  ['linux', '/etc/syncwright/policy.json'],
  ['darwin', '/Library/Application Support/Syncwright/policy.json'],
] as const)('on %s', (platform, expected) => {
  const read = (file: ReturnType<Computer['readFile']>) =>
    readMachinePolicy({
      platform,
      systemFolder: () => '',
      run: () => undefined,
      readFile: (path) => (path === expected ? file : undefined),
    })

  test('root’s file counts', () => {
    expect(read({ text: '{}', owner: 0, isOpenToOthers: false })).toEqual({
      text: '{}',
      path: expected,
      notices: [],
    })
    expect(read(undefined).text).toBeNull()
  })

  test('a file of somebody else is not used, and that is said', () => {
    const planted = { text: '{"allowedSites":[]}', owner: 1000, isOpenToOthers: false }
    expect(read(planted)).toMatchObject({ text: null, notices: [expect.stringContaining(expected)] })
  })

  test('a file of root that cannot be read, or that everybody may change, allows nothing', () => {
    expect(read({ text: '', owner: null, isOpenToOthers: false })).toMatchObject({ text: '', path: expected })
    expect(read({ text: '{}', owner: 0, isOpenToOthers: true })).toMatchObject({
      text: '',
      path: expected,
      notices: [expect.stringContaining(expected)],
    })
  })
})
