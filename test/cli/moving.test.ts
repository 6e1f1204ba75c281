import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { synthesize } from '../../src/adopt';
import { toolchain } from '../../src/cli/toolchain';
import { runIn } from '../support/command-line';
import { PROJECT } from '../support/shared';

const guide = readFileSync(join(PROJECT, 'docs/moving.md'), 'utf8');
const STEPS = [...guide.matchAll(/^```sh\npetrosa-nats ([^\n]*)\n```\n\n```\w+\n(.*?)^```/gms)].map(([, command, shown]) => ({ command, shown }));
const [, adopted] = /^```ts\n(.*?)^```/ms.exec(guide)!;

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.(ts|ya?ml|json)$|gitignore$/.test(name));
  return Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The files of a folder after one step of the guide, and what the step printed. */
async function step(files: Record<string, string>, command: string): Promise<{ readonly after: Record<string, string>; readonly out: string }> {
  let after = {};
  const { out } = await runIn(files, command.split(' '), {}, () => { after = filesIn('.'); });
  return { after, out };
}

/** What `npm run synth` does in the adopted app. */
function withSynthesis(files: Record<string, string>): Record<string, string> {
  const sources = Object.entries(files).filter(([name]) => /^app\/\w+\.ts$/.test(name)).map(([name, text]) => [name.slice('app/'.length), text] as const);
  return { ...files, 'app/dist/quotes.k8s.yaml': synthesize(new Map(sources), toolchain(PROJECT)).yaml };
}

describe('the guide for an existing system', () => {
  const printed: string[] = [];
  let files = filesIn(join(PROJECT, 'examples/moving'));

  beforeAll(async () => {
    for (const { command } of STEPS) {
      const { after, out } = await step(files, command);
      printed.push(out);
      files = command.startsWith('adopt') ? withSynthesis(after) : after;
    }
  });

  test('has a step for each command', () => {
    expect(STEPS.map(({ command }) => command.split(' ')[0])).toEqual(['lint', 'migrate', 'adopt', 'diff', 'graph']);
  });

  test.each(STEPS.map(({ command, shown }, i) => [command, shown, i] as const))('%s prints what it shows', (_, shown, i) => {
    expect(printed[i]).toBe(shown);
  });

  test('shows the constructs that are written', () => {
    expect(files['app/quotes.ts']).toBe(adopted);
  });
});
