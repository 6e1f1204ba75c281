import {
  configInSecret, configMapKeyUnused, configRefMissingKey, envMissingVersusSiblings, objectUnused, wildcardInPublishSubject,
} from './config-rules';
import { deployment, object, wrong } from './fixtures';

const config = object('ConfigMap', 'c', { data: { A: '1' } });
const reading = (key: string, optional?: boolean) =>
  deployment('d', { env: [{ name: 'X', valueFrom: { configMapKeyRef: { name: 'c', key, optional } } }] });

describe('configRefMissingKey', () => {
  test('accepts a key that exists', () => {
    expect(wrong(configRefMissingKey, 'Deployment/d', config, reading('A'))).toEqual([]);
  });

  test('reports a key that the ConfigMap lacks', () => {
    expect(wrong(configRefMissingKey, 'Deployment/d', config, reading('B'))).toEqual(['Deployment/d: ConfigMap c has no key B']);
  });

  test('reports a ConfigMap that does not exist', () => {
    expect(wrong(configRefMissingKey, 'Deployment/d', reading('A'))).toEqual(['Deployment/d: ConfigMap c does not exist']);
  });

  test('leaves optional references alone', () => {
    expect(wrong(configRefMissingKey, 'Deployment/d', reading('B', true))).toEqual([]);
  });

  test('does not take a workload that is gone for a fixed one', () => {
    expect(wrong(configRefMissingKey, 'Deployment/d', config)).toHaveLength(1);
  });
});

describe('configMapKeyUnused', () => {
  test('accepts a ConfigMap whose keys are all read', () => {
    expect(wrong(configMapKeyUnused, 'ConfigMap/c', config, reading('A'))).toEqual([]);
  });

  test('accepts one that is read as a whole', () => {
    expect(wrong(configMapKeyUnused, 'ConfigMap/c', config, deployment('d', { envFrom: [{ configMapRef: { name: 'c' } }] }))).toEqual([]);
  });

  test('accepts one that is mounted', () => {
    expect(wrong(configMapKeyUnused, 'ConfigMap/c', config, deployment('d', {}, { volumes: [{ name: 'v', configMap: { name: 'c' } }] }))).toEqual([]);
  });

  test('reports a key that is not among the mounted ones', () => {
    const mounting = deployment('d', {}, { volumes: [{ name: 'v', configMap: { name: 'c', items: [{ key: 'B', path: 'b' }] } }] });
    expect(wrong(configMapKeyUnused, 'ConfigMap/c', config, mounting)).toEqual(['ConfigMap/c: nothing reads A']);
  });
});

describe('objectUnused', () => {
  test('accepts a Secret of which one key is read', () => {
    const user = deployment('d', { env: [{ name: 'X', valueFrom: { secretKeyRef: { name: 's', key: 'A' } } }] });
    expect(wrong(objectUnused, 'Secret/s', object('Secret', 's', {}), user)).toEqual([]);
  });

  test('reports a ConfigMap where only a Secret of its name is read', () => {
    const user = deployment('d', { env: [{ name: 'X', valueFrom: { secretKeyRef: { name: 'c', key: 'A' } } }] });
    expect(wrong(objectUnused, 'ConfigMap/c', config, user)).toEqual(['ConfigMap/c: nothing reads it']);
  });
});

describe('envMissingVersusSiblings', () => {
  const having = (name: string, ...variables: string[]) => deployment(name, { env: variables.map(variable => ({ name: variable, value: '1' })) });

  test('accepts a workload with the variables of the others', () => {
    expect(wrong(envMissingVersusSiblings('N_'), 'Deployment/a', having('a', 'N_A'), having('b', 'N_A', 'O'), having('c', 'N_A', 'O'))).toEqual([]);
  });

  test('reports a variable that more than half of the others have', () => {
    expect(wrong(envMissingVersusSiblings('N_'), 'Deployment/a', having('a'), having('b', 'N_A', 'N_B'), having('c', 'N_A')))
      .toEqual(['Deployment/a: has no N_A, most others have']);
  });

  test('is not content where nobody has the variables any more', () => {
    expect(wrong(envMissingVersusSiblings('N_'), 'Deployment/a', having('a'), having('b'))).toHaveLength(1);
  });
});

describe('configInSecret', () => {
  const taking = (valueFrom: object) => deployment('d', { env: [{ name: 'MODE', valueFrom }] });

  test('accepts a ConfigMap as source, not a Secret', () => {
    const sources = [{ configMapKeyRef: { name: 'c', key: 'A' } }, { secretKeyRef: { name: 'c', key: 'A' } }];
    expect(sources.map(source => wrong(configInSecret('MODE'), 'Deployment/d', taking(source)).length)).toEqual([0, 1]);
  });
});

describe('wildcardInPublishSubject', () => {
  test('accepts a literal and a wildcard to subscribe to, not one to publish on', () => {
    const data = { PUBLISH_TO: 'a.b', SUBSCRIBE_TO: 'a.*', PUBLISHER_TOPIC: 'a.*', PUBLISH_ALL: 'a.>', PUBLISH_STAR: 'a.b*' };
    expect(wrong(wildcardInPublishSubject, 'ConfigMap/c', object('ConfigMap', 'c', { data })))
      .toEqual(['ConfigMap/c: PUBLISHER_TOPIC is a.*', 'ConfigMap/c: PUBLISH_ALL is a.>']);
  });
});
