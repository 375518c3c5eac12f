/** `npm run links`: links across mechanisms, and what can be asked of the same engine without a graph. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { LaunchError } from '../../../graph/engine/index.ts'
import { stateCodeOf } from '../../../graph/text/index.ts'
import { ID_PREFIX } from '../../../graph/model/index.ts'
import { readConfig } from '../config.ts'
import { openGraph } from '../launch/graph.ts'
import { matchFile, noneHeld, scoreFile, suggestFile, trainTagsFile } from '../links/files.ts'
import { Matcher } from '../links/matcher.ts'
import { Tagger } from '../links/tagger.ts'
import { trainOnDecisions } from '../links/train-decisions.ts'
import { trainShipped } from '../links/train-shipped.ts'
import { suggestInGraph } from '../links/suggestion-store.ts'
import { linkGraph } from '../links/store.ts'
import { explain, Stages } from '../launch/stages.ts'

const HELP = `npm run links -- [--state KHM] | match FILE [--state KHM] [--first N] | score FILE | suggest FILE [--state KHM] [--tagger FILE] | train-tags FILE [--out FILE] | train [--shipped] [--write]

no command      links recommendations of the graph that ask for the same thing, for each State (or the one of --state) whose
                texts changed since, and suggests tags and responsible bodies where none is known. What a person confirmed or rejected stays as it is. Attaches to a server that runs on
                the same DATA_DIR, else starts the database for its own time
match FILE      recommendations of the graph that each text echoes, best first, with the passages that match (at most N, 10
                unless said), how many it was compared with (those in its language), and what suggest says of it. A CSV file with the column text and, if you like, state. One JSON
                object a line, in the order of the file
score FILE      how likely the texts of each row ask for the same thing; a CSV file with the columns a and b.
                One JSON object a line, in the order of the file: score (0 to 1), kind (SAME_ASK, RELATED or null),
                passages (what matches, in the words of both)
suggest FILE    themes, groups, rights, SDG targets and responsible bodies of each text; a CSV file with the column
                text and, if you like, state (a name or an ISO 3166 code). One JSON object a line. Bodies come from the
                State's profile (graph/profiles); --state stands in where a row names no State (KHM unless said); --tagger adds
                the labels of a vocabulary of your own
train-tags FILE learns a vocabulary of yours from texts that carry it, a CSV file with the columns text and labels (several
                apart by semicolons), and prints how good it is on thirds held out; --out keeps it for suggest --tagger
train           learns from the links that people decided in this graph, and prints how good the weights are on decisions held
                out, before and after; with --write they are kept in the graph, and links are made with them from then on
train --shipped learns the weights that ship from the judged pairs, whose texts lie in the folder REAL_DATA_DIR, and prints how
                good they are on pairs held out, before and after; with --write they replace those that ship

A row that cannot be answered has a line of its own with the row and the problem, and the exit status is 1.
score and suggest need nothing in the graph and start no database.

  --json   one JSON object on standard output (score and suggest print JSON in any case)
  --help   this text

Exit status: 0 done, 1 finished with refused rows, 2 could not run.`

/** Waits where the reader of our output is slower than we are. */
async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
}

/** What a person should check goes where problems go, so that standard output holds answers alone. */
const onDoubt = (doubt: string): void => console.error(doubt)

/** One line a row; what is wrong with a row is said on standard error too. */
async function answer(lines: AsyncIterable<object>): Promise<number> {
  let refused = 0
  for await (const line of lines) {
    if ('problem' in line) {
      refused += 1
      console.error(String(line.problem))
    }
    await print(JSON.stringify(line))
  }
  return refused === 0 ? 0 : 1
}

function readTagger(path: string): Tagger {
  try {
    return Tagger.fromBytes(readFileSync(path))
  } catch (error) {
    throw new LaunchError(
      `--tagger ${path}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : 'cannot be read as one'}. Expected a file that train-tags --out wrote.`,
    )
  }
}

async function linkAll(state: string | null, isJson: boolean): Promise<number> {
  const stages = new Stages(process.stderr)
  const graph = await openGraph(readConfig(), { stages, isServer: false })
  try {
    const report = await stages.run('Finding links', (progress) =>
      linkGraph(graph.db, {
        states: state === null ? null : [`${ID_PREFIX.State}:${state}`],
        onProgress: (done, total) => progress(`${done} of ${total} States`),
      }),
    )
    const suggested = await stages.run('Suggesting tags and bodies', (progress) =>
      suggestInGraph(graph.db, {
        states: state === null ? null : [`${ID_PREFIX.State}:${state}`],
        onProgress: (done, total) => progress(`${done} of ${total} States`),
      }),
    )
    if (isJson) console.log(JSON.stringify({ ...report, suggestions: suggested }))
    else
      console.log(
        [
          `${report.recommendations} recommendations of ${report.states} States; ${report.relinked} of the States had changed.`,
          `${report.written} suggested links written, ${report.removed} taken away, ${report.decided} left as people decided them.`,
          `${suggested.tags} suggested tags and ${suggested.bodies} suggested bodies written for recommendations without, ${suggested.removed} taken away, ${suggested.decided} left as people decided them.`,
          ...(report.recommendations === 0 ? [noneHeld(state)] : []),
          ...(report.alone > 0
            ? [`${report.alone} stand alone in their language: texts are compared within one language only.`]
            : []),
        ].join('\n'),
      )
    return 0
  } finally {
    await graph.close()
  }
}

/** Trains on the decisions of the graph that the settings name. */
async function trainHere(isWriting: boolean, stages: Stages) {
  const graph = await openGraph(readConfig(), { stages, isServer: false })
  try {
    return await trainOnDecisions(graph.db, isWriting, stages)
  } finally {
    await graph.close()
  }
}

async function links(): Promise<number> {
  let parsed
  try {
    parsed = parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: {
        state: { type: 'string' },
        first: { type: 'string', default: '10' },
        json: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        tagger: { type: 'string' },
        out: { type: 'string' },
        shipped: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new LaunchError(`${(error as Error).message}\n\n${HELP}`)
  }
  const { values, positionals } = parsed
  const [command, ...files] = positionals
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const oneFile = (): string => {
    const [file, ...more] = files
    if (file === undefined || more.length > 0)
      throw new LaunchError(`${command ?? ''} takes one file, ${files.length} were given.\n\n${HELP}`)
    return file
  }
  const stateOf = (printed: string): string => {
    const code = stateCodeOf(printed)
    if (code === null)
      throw new LaunchError(`--state is "${printed}". Expected a name or an ISO 3166 code such as KHM.`)
    return code
  }
  switch (command) {
    case 'match': {
      const first = Number(values.first)
      if (!Number.isInteger(first) || first < 1 || first > 100)
        throw new LaunchError(`--first is "${values.first}". Expected a whole number from 1 to 100.`)
      const [file, state] = [oneFile(), stateOf(values.state ?? 'KHM')]
      const graph = await openGraph(readConfig(), { stages: new Stages(process.stderr), isServer: false })
      try {
        return await answer(
          matchFile(file, state, first, (code) => Matcher.of(graph.db, `${ID_PREFIX.State}:${code}`), onDoubt),
        )
      } finally {
        await graph.close()
      }
    }
    case 'score':
      return answer(scoreFile(oneFile(), onDoubt))
    case 'suggest':
      return answer(
        suggestFile(
          oneFile(),
          stateOf(values.state ?? 'KHM'),
          values.tagger === undefined ? null : readTagger(values.tagger),
          onDoubt,
        ),
      )
    case 'train-tags': {
      const file = oneFile()
      const { tagger, report } = await new Stages(process.stderr).run('Learning the labels', () =>
        trainTagsFile(file, onDoubt),
      )
      if (values.out !== undefined) writeFileSync(values.out, tagger.toBytes())
      console.log(
        values.json
          ? JSON.stringify({ ...report, labels: tagger.labels.length })
          : [
              `${report.texts} texts, ${tagger.labels.length} labels. On thirds held out: micro F1 ${report.microF1.toFixed(2)}, macro F1 ${report.macroF1.toFixed(2)}.`,
              values.out === undefined
                ? 'Nothing was written; --out FILE keeps what was learned.'
                : `Kept in ${values.out}: suggest FILE --tagger ${values.out} uses it.`,
            ].join('\n'),
      )
      return 0
    }
    case 'train': {
      const stages = new Stages(process.stderr)
      const report = values.shipped
        ? await trainShipped(process.env['REAL_DATA_DIR'], values.write, stages)
        : await trainHere(values.write, stages)
      console.log(values.json ? JSON.stringify(report.figures) : report.text)
      return 0
    }
    case undefined:
      return linkAll(values.state === undefined ? null : stateOf(values.state), values.json)
    default:
      throw new LaunchError(`There is no command "${command}".\n\n${HELP}`)
  }
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
links()
  .catch((error: unknown) => {
    console.error(explain(error))
    return 2
  })
  .then((status) => {
    process.exitCode = status
    // Standard output may still be on its way into a pipe.
    process.stdout.write('', () => process.exit(status))
  })
