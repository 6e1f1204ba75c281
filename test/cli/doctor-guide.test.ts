import { readFileSync } from 'fs';
import { join } from 'path';
import { CHECKS } from '../../src/doctor';
import { runIn } from '../support/command-line';

const guide = readFileSync(join(__dirname, '../../docs/doctor.md'), 'utf8');

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
