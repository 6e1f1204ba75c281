import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { apiOf } from './api';
import { currentVersion } from './current';

const ROOT = join(__dirname, '../..');

/** A part of a `.jsii` that the tests change. */
interface Assembly {
  version: string;
  readonly types: Record<string, { methods: { name: string }[]; properties: { name: string; optional?: boolean }[] }>;
}

const compiled = () => apiOf(JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'))) as Assembly;

/** Runs the task's script against a release that differs in something from what is compiled. */
function compare(change: (released: Assembly) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'compat-'));
  try {
    const released = compiled();
    released.version = currentVersion();
    change(released);
    writeFileSync(join(folder, 'api.json'), JSON.stringify(released));
    const { status, stdout } = spawnSync('node', ['--import', 'tsx', 'scripts/compat.ts', join(folder, 'api.json')], { cwd: ROOT, encoding: 'utf8' });
    return { status, stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const METHOD = { name: 'gone', docs: { stability: 'stable' }, static: true, returns: { type: { primitive: 'string' } } };

test('the same API passes', () => {
  expect(compare(() => undefined)).toEqual({ status: 0, stdout: expect.stringContaining('still holds') });
});

test('a removed method fails', () => {
  expect(compare(({ types }) => types['cdk8s-petrosa.NatsUrl'].methods.push(METHOD)))
    .toEqual({ status: 1, stdout: expect.stringMatching(/NatsUrl\.gone.*removed[^]*this breaks what version/) });
});

test('a removed class fails', () => {
  expect(compare(({ types }) => { types['cdk8s-petrosa.Gone'] = { ...types['cdk8s-petrosa.NatsUrl'], name: 'Gone', fqn: 'cdk8s-petrosa.Gone' } as never; }))
    .toEqual({ status: 1, stdout: expect.stringContaining('cdk8s-petrosa.Gone') });
});

test('a prop that became required fails', () => {
  expect(compare(({ types }) => { types['cdk8s-petrosa.IngressRule'].properties[0].optional = true; }))
    .toEqual({ status: 1, stdout: expect.stringContaining('IngressRule') });
});

test('an API that grew passes', () => {
  expect(compare(({ types }) => types['cdk8s-petrosa.NatsUrl'].methods.pop()).status).toBe(0);
});

test('a version that may break the release passes, and says so', () => {
  const change = (released: Assembly) => {
    released.version = '0.0.1';
    released.types['cdk8s-petrosa.NatsUrl'].methods.push(METHOD);
  };
  expect(compare(change)).toEqual({ status: 0, stdout: expect.stringContaining('may break what version 0.0.1 promised') });
});

test('a release that jsii-diff cannot load fails', () => {
  expect(compare(released => Object.assign(released, { usedFeatures: ['made-up'] }))).toEqual({ status: 1, stdout: '' });
});
