/** The arguments of the commands that take one folder and a flag: `backup` and `restore`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LaunchError } from '../../../graph/engine/index.ts'

/** `isFlagged`: whether the command's own flag was given. */
export type FolderArguments = { readonly folder: string; readonly isFlagged: boolean; readonly isJson: boolean }

/** What was given to `npm run COMMAND`, or null where the help was asked for. Throws LaunchError naming what is wrong. */
export function readFolderArguments(
  command: string,
  flag: string,
  args: readonly string[] = process.argv.slice(2),
): FolderArguments | null {
  const option = { type: 'boolean', default: false } as const
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { [flag]: option, json: option, help: option },
    })
  } catch (error) {
    throw new LaunchError(`${(error as Error).message} See --help.`)
  }
  const { values, positionals } = parsed
  if (values['help'] === true) return null
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0)
    throw new LaunchError(
      `${positionals.length} folders are named. Expected one: npm run ${command} -- DIR; see --help.`,
    )
  return {
    folder: resolve(process.env['INIT_CWD'] ?? process.cwd(), folder),
    isFlagged: values[flag] === true,
    isJson: values['json'] === true,
  }
}
