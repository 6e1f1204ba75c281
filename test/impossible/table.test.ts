import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Impossible } from './entry';
import { impossiblePage, INCIDENTS } from './page';
import { POSSIBLE } from './possible';
import { IMPOSSIBLE } from './table';
import { Warnings } from '../../src';
import { describeWithShared, PROJECT, SHARED } from '../support/shared';
import { appsChart, synth } from '../workload/support';

const FOLDER = join(SHARED, 'incidents');

/** What the table says that an attempt shows. */
const SHOWS: { [How in Impossible['how']]: (entry: Extract<Impossible, { how: How }>) => void } = {
  throws: ({ attempt, shows }) => expect(() => {
    const chart = appsChart();
    attempt(chart);
    synth(chart);
  }).toThrow(shows),
  warns: ({ attempt, shows }) => {
    const chart = appsChart();
    attempt(chart);
    expect(Warnings.all(chart)).toContainEqual(expect.stringContaining(shows));
  },
  derived: ({ attempt, reads, shows }) => {
    const chart = appsChart();
    attempt(chart);
    expect(reads(synth(chart))).toEqual(shows);
  },
};

beforeEach(() => {
  // The synth prints warnings; those that count are read from the app.
  jest.spyOn(console, 'error').mockImplementation();
});

describe('what cannot be written', () => {
  test.each(IMPOSSIBLE)('$incident: $because', entry => {
    SHOWS[entry.how](entry as never);
  });
});

describe('what can still be written', () => {
  test.each(POSSIBLE)('$incidents: $because', ({ attempt }) => {
    const chart = appsChart();
    attempt(chart);
    expect([synth(chart).length > 0, Warnings.all(chart)]).toEqual([true, []]);
  });
});

test('each sentence stands for one fault', () => {
  const sentences = [...IMPOSSIBLE, ...POSSIBLE].map(({ because }) => because);
  expect(sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i)).toEqual([]);
});

test('docs/impossible.md is what scripts/impossible.ts prints', () => {
  expect(readFileSync(join(PROJECT, 'docs/impossible.md'), 'utf8')).toBe(impossiblePage());
});

describeWithShared('the incidents', () => {
  test('the table has each whose cause is in the manifests: those that are not out of reach of a static check', () => {
    const incidents = readdirSync(FOLDER, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => JSON.parse(readFileSync(join(FOLDER, name, 'incident.json'), 'utf8')))
      .filter(({ detectable_statically }) => detectable_statically !== 'no')
      .map(({ id }) => id);
    expect([...INCIDENTS].sort()).toEqual(incidents.sort());
  });
});
