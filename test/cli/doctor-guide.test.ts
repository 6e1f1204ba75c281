import { readFileSync, rmSync } from 'fs';
import { join } from 'path';
import '../../src/cli/doctor';
import { CHECKS } from '../../src/doctor';
import { kubectlProgram } from '../doctor/support/kubectl-program';
import { configMap, healthyBut } from '../doctor/support/objects';
import { runIn } from '../support/command-line';

const guide = readFileSync(join(__dirname, '../../docs/doctor.md'), 'utf8');
const [shown, short] = [...guide.matchAll(/^```text\n(.*?)^```/gms)].map(([, text]) => text);
const URL = 'nats://broker:4222';
const WORLD = {
  objects: healthyBut(configMap({ NATS_URL: URL })),
  environments: { 'ticker-5d9c-x7k2p': URL },
  logs: { 'ticker-5d9c-x7k2p': 'Failed to connect to NATS\n' },
};

test.each([[[], shown], [['-o', 'short'], short]])('doctor %j prints what the guide shows', async (argv, text) => {
  const folder = await kubectlProgram(WORLD, { workloads: [{ kind: 'Deployment', name: 'ticker' }], where: { namespace: 'shop' } });
  try {
    const { out } = await runIn({}, ['doctor', 'deployment/ticker', '-n', 'shop', ...argv], { env: { PATH: `${folder}:${process.env.PATH}` } });
    expect(out).toBe(text);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('each check has its section, in the order of the report', () => {
  const sections = [...guide.slice(guide.indexOf('## The checks')).matchAll(/^### (.*)$/gm)].map(([, title]) => title);
  expect(sections).toEqual(CHECKS.map(({ id }) => id));
});

test('each option has its row', async () => {
  const { out } = await runIn({}, ['doctor', '--help']);
  const options = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option).filter(option => option !== '--help');
  const told = ['--namespace', '--all-namespaces', '--output'];
  expect(options.filter(option => !told.includes(option) && !guide.includes(`\`${option}`))).toEqual([]);
});
