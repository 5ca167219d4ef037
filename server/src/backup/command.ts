import { type Config, readConfig } from '#platform/config'
import { Refusal, type Say } from '#platform/refusal'

/** Exit codes of sysexits(3). */
const exits = { usage: 64, failed: 70, refused: 69, configuration: 78 } as const

/** A line for a person, beside the result. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Both languages, a line each. */
export function tell(words: Say): void {
  say(words.zh)
  say(words.en)
}

/** Runs a command of the keeper with the configuration of the environment, and says in both languages why it could not be done. */
export async function command(usage: Say, work: (config: Config, path: string) => Promise<void>): Promise<never> {
  const [path, ...more] = process.argv.slice(2)
  const read = readConfig(process.env, [], process.cwd())
  if (path === undefined || path.startsWith('-') || more.length > 0) {
    tell(usage)
    process.exit(exits.usage)
  }
  if ('mistakes' in read) {
    for (const mistake of read.mistakes) tell(mistake.say)
    process.exit(exits.configuration)
  }
  try {
    await work(read.config, path)
  } catch (error) {
    if (error instanceof Refusal) tell(error.say)
    else say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exit(error instanceof Refusal ? exits.refused : exits.failed)
  }
  process.exit(0)
}
