import { readFileSync } from 'fs';
import { join } from 'path';
import { readConfiguration, RULES } from '../../src/verify';
import { runIn } from '../support/command-line';

const page = (name: string): string => readFileSync(join(__dirname, '../../docs', name), 'utf8');
const guide = page('lint.md');
const blocks = (language: string): string[] => [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text);
const commands = [...guide.matchAll(/`petrosa-nats ((?:lint|why) [^`]*quotes\.yaml)` prints/g)].map(([, command]) => command.split(' '));
const [quotes, , configuration] = blocks('yaml');

test.each(commands.map((command, i) => [command.join(' '), command, blocks('text')[i]] as const))('%s prints what the guide shows', async (_, command, shown) => {
  expect((await runIn({ 'quotes.yaml': quotes }, command)).out).toBe(shown);
});

test('the configuration of the guide is fine', () => {
  expect(readConfiguration('petrosa-nats.yaml', configuration, RULES.map(({ code }) => code)).problems).toEqual([]);
});

test('the state of the cluster is made by one command, whoever tells it', async () => {
  const texts = [guide, page('pipelines.md'), (await runIn({}, ['--help'])).out];
  const told = texts.map(text => text.match(/kubectl get .*$/gm));
  expect(told).toEqual(Array(3).fill([
    'kubectl get configmaps,services,networkpolicies,namespaces,deployments,statefulsets,daemonsets,cronjobs -A -o yaml > cluster.yaml',
  ]));
});
