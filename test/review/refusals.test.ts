import { object, reviewed } from './support/reviewed';

describe('what apply refuses', () => {
  test.each([
    ['Job', 'spec: { completions: 1 }', 'spec: { completions: 2 }', 'delete the Job before the apply, or give it another name'],
    ['PersistentVolumeClaim', 'spec: { storageClassName: a }', 'spec: { storageClassName: b }', 'give the PersistentVolumeClaim another name and move the data; deleting it may delete the data'],
    ['StatefulSet', 'spec: { serviceName: a }', 'spec: { serviceName: b }',
      'delete the StatefulSet with --cascade=orphan before the apply, so that its pods and volumes stay, or give it another name'],
    ['Secret', 'type: a', 'type: b', 'give the Secret another name, or delete the old one first'],
  ])('of a %s has a way out', (kind, before, after, fix) => {
    expect(reviewed(object(kind, 'x', before), object(kind, 'x', after)).refusals).toMatchObject([{ kind, name: 'x', line: 5, fix }]);
  });
});
