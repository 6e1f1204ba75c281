import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Block, blocksOf } from './pages';
import { commandsIn, ShellCommand } from './shell';
import { diagnose, verdictOf } from '../../../src/doctor';
import { formatDoctorShort, formatDoctorText } from '../../../src/report';
import { FakeKubectl, World } from '../../doctor/support/fake-kubectl';
import { NOW } from '../../doctor/support/objects';
import { runIn } from '../../support/command-line';
import { PROJECT } from '../../support/shared';

/** A block that shows what a command prints. */
export interface Shown {
  readonly block: Block;
  readonly argv: readonly string[];
}

/** The arguments of petrosa-nats, if a command runs it. */
export function argumentsOf(command: ShellCommand): readonly string[] | undefined {
  const words = command[0] === 'npx' ? command.slice(1) : command;
  return words[0]?.split('/').pop() === 'petrosa-nats' ? words.slice(1) : undefined;
}

/** The outputs of a page: blocks that a sentence with the command announces, or that stand right below the block of the command. */
export function shownOn(page: string): Shown[] {
  const blocks = blocksOf(page);
  return blocks.flatMap((block, i) => {
    const announced = /`(petrosa-nats [^`]*)`[^`]* prints/.exec(block.lead.replace(/\n/g, ' '))?.[1];
    const above = block.lead === '' && block.language !== 'sh' && blocks[i - 1]?.language === 'sh' ? blocks[i - 1].code : '';
    const argv = commandsIn(announced ?? above).map(argumentsOf).filter(words => words !== undefined).pop();
    return argv ? [{ block, argv }] : [];
  });
}

/** The example that a page is about; examples/moving for all others. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([['docs/comparison.md', 'examples/comparison']]);

/** The files that the commands of a page read: those that it shows under a name, or else those of an example. */
export function filesOf(page: string): Record<string, string> {
  const named = blocksOf(page).flatMap(({ language, lead, code }) => {
    const name = language === 'yaml' && /(?:this (?:in|is)|and in) `([\w.-]+\.yaml)`/.exec(lead)?.[1];
    return name ? [[name, code]] : [];
  });
  return Object.fromEntries(named.length > 0 ? named : filesIn(EXAMPLES.get(page) ?? 'examples/moving'));
}

/** The YAML of a folder of the project, by its names there. */
export function filesIn(folder: string): string[][] {
  const names = readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.yaml'));
  return names.map(name => [name, readFileSync(join(PROJECT, folder, name), 'utf8')]);
}

/** What a command prints where the files of its page lie; with its errors, where it is wrong. */
export async function outputOf({ block, argv }: Shown): Promise<string> {
  const { code, out, err } = await runIn(filesOf(block.page), argv);
  return code === 2 ? out + err : out;
}

/** What doctor prints of the workload `ticker` in a made-up cluster. */
export async function doctorOutput(argv: readonly string[], world: World): Promise<string> {
  const settings = { zone: 'cluster.local', timeoutSeconds: 10, waitSeconds: 0, failOn: 'failed' } as const;
  const selection = { workloads: [{ kind: 'Deployment', name: 'ticker' }], where: { namespace: 'shop' } };
  const diagnosis = await diagnose(selection, new FakeKubectl(world), settings, { now: () => NOW, sleep: () => Promise.resolve() });
  const report = { ...diagnosis, verdict: verdictOf(diagnosis, settings.failOn), showCommands: false };
  return argv.includes('short') ? formatDoctorShort(report) : formatDoctorText(report);
}
