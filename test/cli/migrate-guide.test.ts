import { readFileSync } from 'fs';
import { join } from 'path';
import { runIn } from '../support/command-line';

const guide = readFileSync(join(__dirname, '../../docs/migrate.md'), 'utf8');
const blocks = (language: string): string[] => [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text);
const [quotes, cluster] = blocks('yaml');
const shown = [...blocks('text'), blocks('sh')[0]];
const commands = [...guide.matchAll(/`petrosa-nats (migrate quotes\.yaml [^`]*)`[^.\n]*prints:/g)].map(([, command]) => command);

test.each(commands.map((command, i) => [command, shown[i]] as const))('%s prints what the guide shows', async (command, text) => {
  expect((await runIn({ 'quotes.yaml': quotes, 'cluster.yaml': cluster }, command.split(' '))).out).toBe(text);
});

test('the guide shows three runs', () => {
  expect(commands).toHaveLength(3);
});
