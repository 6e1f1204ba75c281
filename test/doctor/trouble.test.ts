import { describeTrouble, isLasting, Trouble, troubleOf } from '../../src/doctor';

const failed = (err: string) => troubleOf({ type: 'ended', code: 1, out: '', err });

test('a run that ends well is no trouble', () => {
  expect(troubleOf({ type: 'ended', code: 0, out: '{}', err: 'Warning: v1 Endpoints is deprecated\n' })).toBeUndefined();
});

test('a missing right is told by its verb, resource and namespace', () => {
  const trouble = failed('Error from server (Forbidden): deployments.apps is forbidden: User "system:serviceaccount:shop:mia" cannot list resource "deployments" in API group "apps" in the namespace "shop"\n');
  expect([trouble, trouble && describeTrouble(trouble)]).toEqual([
    { type: 'forbidden', verb: 'list', resource: 'deployments.apps', namespace: 'shop' }, 'no right to list deployments.apps in namespace shop',
  ]);
});

test('a right that no namespace limits is told so', () => {
  const trouble = failed('Error from server (Forbidden): namespaces is forbidden: User "mia" cannot list resource "namespaces" in API group "" at the cluster scope\n');
  expect(trouble && describeTrouble(trouble)).toBe('no right to list namespaces in the whole cluster');
});

test('what admission refuses is no missing right', () => {
  expect(failed('Error from server (Forbidden): error when creating "STDIN": pods "p" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true\n')).toEqual({
    type: 'other', text: 'error when creating "STDIN": pods "p" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true',
  });
});

test('a run that is ended for its time is told from one that fails', () => {
  expect(troubleOf({ type: 'timeout', seconds: 10 })).toEqual({ type: 'timeout', seconds: 10 });
});

test('what does not exist is told so', () => {
  expect(failed('Error from server (NotFound): configmaps "c" not found\n')).toEqual({ type: 'not-found', text: 'configmaps "c" not found' });
});

test.each([
  ['error: context "prod" does not exist\n', 'context "prod" does not exist'],
  ['Error in configuration: context was not found for specified context: prod\n', 'Error in configuration: context was not found for specified context: prod'],
  ['error: You must be logged in to the server (Unauthorized)\n', 'You must be logged in to the server (Unauthorized)'],
  ['error: stat /nowhere: no such file or directory\n', 'stat /nowhere: no such file or directory'],
  ['error: error loading config file "/k.yaml": yaml: line 7: did not find expected \',\' or \'}\'\n', 'error loading config file "/k.yaml": yaml: line 7: did not find expected \',\' or \'}\''],
])('without a cluster that is known nothing changes by itself: %s', (err, text) => {
  expect(failed(err)).toEqual({ type: 'no-access', text });
});

test('without kubectl nothing changes by itself', () => {
  expect(troubleOf({ type: 'not-started', reason: 'there is no program kubectl in the PATH' })).toEqual({ type: 'no-access', text: 'kubectl does not run: there is no program kubectl in the PATH' });
});

test('a kind that the cluster does not have is absent', () => {
  expect(failed('error: the server doesn\'t have a resource type "adminnetworkpolicies"\n')).toEqual({ type: 'absent', text: 'the server doesn\'t have a resource type "adminnetworkpolicies"' });
});

test.each([
  ['The connection to the server localhost:8080 was refused - did you specify the right host or port?\n', 'The connection to the server localhost:8080 was refused - did you specify the right host or port?'],
  ['E0302 10:00:00.1 8 memcache.go:265] couldn\'t get current server API group list\nUnable to connect to the server: dial tcp: lookup k.example: no such host\n', 'Unable to connect to the server: dial tcp: lookup k.example: no such host'],
])('a cluster that cannot be reached may be later: %s', (err, text) => {
  expect(failed(err)).toEqual({ type: 'other', text });
});

test.each<[Trouble, boolean]>([
  [{ type: 'forbidden', verb: 'list', resource: 'pods' }, true],
  [{ type: 'absent', text: 'x' }, true],
  [{ type: 'no-access', text: 'x' }, true],
  [{ type: 'timeout', seconds: 10 }, false],
  [{ type: 'not-found', text: 'x' }, false],
  [{ type: 'other', text: 'x' }, false],
])('of %j it is %s that it lasts', (trouble, lasting) => {
  expect(isLasting(trouble)).toBe(lasting);
});

test('any other error is told by its last line', () => {
  expect(failed('Defaulted container "a" out of: a, b\nError from server (BadRequest): container "a" in pod "p" is waiting to start.\n')).toEqual({ type: 'other', text: 'container "a" in pod "p" is waiting to start' });
});

test('an error without a word is told so', () => {
  expect(failed('')).toEqual({ type: 'other', text: 'kubectl fails without a word' });
});
