// `completion`: a script by which a shell completes commands and options, made from the commands themselves.
import { Argument, Command, type Option } from 'commander'
import { assertNever } from '../../../shared/result.ts'
import type { Io } from '../io.ts'

const shells = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof shells)[number]

/** One command as a shell has to know it. */
type Known = { name: string; description: string; options: readonly Option[]; choices: readonly string[] }

const known = (program: Command): Known[] =>
  program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: command.options.filter(({ hidden }) => !hidden),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }))

const flags = ({ options }: Known): string => [...options.map(({ long }) => long ?? ''), '--help'].join(' ')

/** Every option whose values are known, as `command:--option` with its values. */
const valued = (commands: readonly Known[]): [place: string, values: string][] =>
  commands.flatMap(({ name, options }) =>
    options.flatMap(({ long, argChoices }): [string, string][] =>
      long && argChoices ? [[`${name}:${long}`, argChoices.join(' ')]] : [],
    ),
  )

const bash = (commands: readonly Known[]): string => `_syncwright() {
  local cur=\${COMP_WORDS[COMP_CWORD]}
  local words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(' ')} --help --version"
  else
    case "\${COMP_WORDS[1]}:\${COMP_WORDS[COMP_CWORD-1]}" in
${valued(commands)
  .map(([place, values]) => `      ${place}) COMPREPLY=($(compgen -W "${values}" -- "$cur")); return ;;`)
  .join('\n')}
    esac
    case "\${COMP_WORDS[1]}" in
${commands
  .map((command) => `      ${command.name}) words="${[...command.choices, flags(command)].join(' ')}" ;;`)
  .join('\n')}
    esac
  fi
  if [ "$COMP_CWORD" -eq 1 ] || [ "$COMP_CWORD" -eq 2 ] || [ "\${cur:0:1}" = "-" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  fi
}
complete -o default -F _syncwright syncwright`

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\\\''")}'`

const zsh = (commands: readonly Known[]): string => `#compdef syncwright
_syncwright() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
${commands.map(({ name, description }) => `      ${quoted(`${name}:${description.replaceAll(':', ' ')}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  case "$words[2]:$words[CURRENT-1]" in
${valued(commands)
  .map(([place, values]) => `    ${place}) compadd -- ${values}; return ;;`)
  .join('\n')}
  esac
  if [[ "$PREFIX" == -* ]]; then
    case "$words[2]" in
${commands.map((command) => `      ${command.name}) compadd -- ${flags(command)} ;;`).join('\n')}
    esac
    return
  fi
  case "$words[2]" in
${commands
  .filter(({ choices }) => choices.length > 0)
  .map(({ name, choices }) => `    ${name}) compadd -- ${choices.join(' ')} ;;`)
  .join('\n')}
    *) _files ;;
  esac
}
if [ "$funcstack[1]" = "_syncwright" ]; then _syncwright "$@"; else compdef _syncwright syncwright; fi`

function fish(commands: readonly Known[]): string {
  const lines = commands.flatMap(({ name, description, options, choices }) => [
    `complete -c syncwright -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
    ...(choices.length > 0
      ? [`complete -c syncwright -n '__fish_seen_subcommand_from ${name}' -f -a '${choices.join(' ')}'`]
      : []),
    ...options.flatMap(({ long, argChoices, required, description: about }) => {
      const values = argChoices ? ` -x -a '${argChoices.join(' ')}'` : required ? ' -r' : ''
      return long
        ? [
            `complete -c syncwright -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}${values} -d ${quoted(about)}`,
          ]
        : []
    }),
  ])
  return lines.join('\n')
}

function script(shell: Shell, commands: readonly Known[]): string {
  switch (shell) {
    case 'bash':
      return bash(commands)
    case 'zsh':
      return zsh(commands)
    case 'fish':
      return fish(commands)
    default:
      return assertNever(shell)
  }
}

/** `program` is asked when the script is made, so that it knows every command. */
export const completionCommand = (io: Io, program: Command): Command =>
  new Command('completion')
    .description('Print a script by which a shell completes commands and options')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .addHelpText(
      'after',
      `
Examples:
  source <(syncwright completion bash)
  syncwright completion zsh > ~/.zfunc/_syncwright
  syncwright completion fish > ~/.config/fish/completions/syncwright.fish`,
    )
    .action((shell: Shell) => io.finish({ exitCode: 0, text: script(shell, known(program)) }, {}))
