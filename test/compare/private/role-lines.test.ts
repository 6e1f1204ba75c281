import { roleLines } from '../../../src/compare/private/role-lines';

describe('roleLines', () => {
  test('each verb on each resource is a line', () => {
    expect(roleLines([{ apiGroups: ['batch'], resources: ['jobs', 'cronjobs'], verbs: ['get', 'list'] }]))
      .toEqual(['get batch/cronjobs', 'get batch/jobs', 'list batch/cronjobs', 'list batch/jobs']);
  });

  test('a rule for named objects is not a rule for all', () => {
    expect(roleLines([{ apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['get'] }])).toEqual(['get secrets a']);
  });

  test('a path is a target too', () => {
    expect(roleLines([{ nonResourceURLs: ['/metrics'], verbs: ['get'] }])).toEqual(['get /metrics']);
  });
});

test('a verb that is no text is left out', () => {
  expect(roleLines([{ verbs: [null, 'get'], apiGroups: [''], resources: ['pods'] }])).toEqual(['get pods']);
});
