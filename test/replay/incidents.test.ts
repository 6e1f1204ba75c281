import { readFileSync } from 'fs';
import { join } from 'path';
import { Replay } from './entry';
import { REPLAYS } from './incidents';
import { incidentsPage } from './incidents-page';
import { allIncidents, findingsOf, hasOtherTree, matching } from './support';
import { describeWithShared, PROJECT } from '../support/shared';

describeWithShared('the replay of the incidents', () => {
  const incidents = allIncidents();
  const byId = new Map(incidents.map(incident => [incident.id, incident]));
  const codesOf = (replay: Replay) => replay.caught!.map(({ code }) => code);
  const caught = REPLAYS.filter(replay => replay.caught);

  test('every incident has a line in the table', () => {
    expect(REPLAYS.map(replay => replay.incident)).toEqual(incidents.map(incident => incident.id));
  });

  test.each(caught.map(replay => [replay.incident, replay] as [string, Replay]))('%s is found in the faulty tree', (id, replay) => {
    const findings = findingsOf(byId.get(id)!, 'faulty', codesOf(replay));
    expect(replay.caught!.filter(each => matching(findings, each).length === 0)).toEqual([]);
  });

  test.each(caught.filter(({ incident }) => hasOtherTree(byId.get(incident)!)).map(replay => [replay.incident, replay] as [string, Replay]))('%s is not found in the other tree', (id, replay) => {
    const findings = findingsOf(byId.get(id)!, 'other', codesOf(replay));
    expect(replay.caught!.flatMap(each => matching(findings, each)).map(finding => `${finding.code} ${finding.message}`)).toEqual([]);
  });

  test('all but one have manifests without the fault', () => {
    expect(incidents.filter(incident => !hasOtherTree(incident)).map(({ id }) => id)).toEqual(['10-cio-nats-short-name']);
  });

  test.each([['yes', 31], ['partly', 33], ['no', 5]] as const)('of those that are detectable: %s, %i are found', (detectable, count) => {
    expect(caught.filter(({ incident }) => byId.get(incident)!.detectable === detectable)).toHaveLength(count);
  });

  test('the page is current', () => {
    expect(readFileSync(join(PROJECT, 'docs/incidents.md'), 'utf8')).toBe(incidentsPage(incidents));
  });
});
