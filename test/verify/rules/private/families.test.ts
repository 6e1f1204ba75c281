import { ManifestSet, readText } from '../../../../src/manifest';
import { DEFAULT_OPTIONS } from '../../../../src/verify';
import { SetFacts } from '../../../../src/verify/facts/set-facts';
import { familiesOf, Family, membersByVariable } from '../../../../src/verify/rules/private/families';

interface PodParts {
  readonly name: string;
  readonly image?: string;
  readonly command?: string[];
  readonly env?: string[];
  readonly from?: string;
  readonly list?: string;
}

function pod({ name, image = 'orders', command = [], env = [], from, list = 'containers' }: PodParts): object {
  const container = { name, image, command, env: env.map(variable => ({ name: variable, value: 'x' })), envFrom: from ? [{ configMapRef: { name: from } }] : [] };
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop' }, spec: { [list]: [container] } };
}

function families(...pods: PodParts[]): Family[] {
  const { documents } = readText('x.yaml', pods.map(parts => JSON.stringify(pod(parts))).join('\n---\n'));
  return familiesOf(new SetFacts(new ManifestSet({ files: documents }), [], DEFAULT_OPTIONS));
}

function titles(family: Family): string[] {
  return family.members.map(({ title }) => title);
}

test('containers of one image are a family', () => {
  expect(families({ name: 'a' }, { name: 'b' }, { name: 'c', image: 'other' }).map(titles)).toEqual([['Pod a', 'Pod b']]);
});

test('init containers have other tasks', () => {
  expect(families({ name: 'a' }, { name: 'b', list: 'initContainers' })).toEqual([]);
});

test('of an object that is defined twice the last definition counts', () => {
  expect(families({ name: 'a' }, { name: 'b' }, { name: 'a' }).map(titles)).toEqual([['Pod b', 'Pod a']]);
});

test('a module under another image belongs to the family that runs it', () => {
  const command = ['python', '-m', 'jobs'];
  expect(families({ name: 'a', command }, { name: 'b', command }, { name: 'c', command, image: 'old' }).map(titles)).toEqual([['Pod a', 'Pod b', 'Pod c']]);
});

test('a plain command under another image does not', () => {
  const command = ['serve'];
  expect(families({ name: 'a', command }, { name: 'b', command }, { name: 'c', command, image: 'old' }).map(titles)).toEqual([['Pod a', 'Pod b']]);
});

test('members are told apart by their program', () => {
  const [{ programs }] = families({ name: 'a', command: ['serve'] }, { name: 'b', command: ['serve', '--fast'] }, { name: 'c', command: ['migrate'] });
  expect([...programs].map(([program, members]) => [program, members.length])).toEqual([['serve', 2], ['migrate', 1]]);
});

test('a member with variables of an unknown object is not complete', () => {
  const [{ members }] = families({ name: 'a', from: 'elsewhere' }, { name: 'b' });
  expect(members.map(({ complete }) => complete)).toEqual([false, true]);
});

test('each variable has its members', () => {
  const [{ members }] = families({ name: 'a', env: ['X', 'Y'] }, { name: 'b', env: ['Y'] });
  expect([...membersByVariable(members)].map(([name, having]) => [name, having.map(({ title }) => title)])).toEqual([['X', ['Pod a']], ['Y', ['Pod a', 'Pod b']]]);
});
