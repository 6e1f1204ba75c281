import { Subject, SubjectBinding, SubjectPattern } from '../../../src/subject';
import { SubjectUse, unmatchedSubjects } from '../../../src/subject/private/unmatched';

test('a subject with both sides is no warning', () => {
  expect(unmatchedSubjects([publishes('app/a', 'x.y'), subscribes('app/b', 'x.y')])).toEqual([]);
});

test('a subject that is only published is a warning at its publisher', () => {
  expect(unmatchedSubjects([publishes('app/a', 'tradeengine.orders'), subscribes('app/b', 'signals.trading', { publishedElsewhere: true })])).toEqual([{
    path: 'app/a',
    message: 'publishes "tradeengine.orders", and no workload of this app subscribes to it; ' +
      'correct the subject, or set subscribedElsewhere on it where the subscriber lives elsewhere',
  }]);
});

test('a subject that is only subscribed to is a warning at its subscriber', () => {
  expect(unmatchedSubjects([subscribes('app/b', 'binance.websocket.data')])).toEqual([{
    path: 'app/b',
    message: 'subscribes to "binance.websocket.data", and no workload of this app publishes to it; ' +
      'correct the subject, or set publishedElsewhere on it where the publisher lives elsewhere',
  }]);
});

test('a second publisher is no subscriber', () => {
  expect(unmatchedSubjects([publishes('app/a', 'x'), publishes('app/b', 'x')])).toHaveLength(1);
});

test('a pattern is the other side of the subjects that it matches', () => {
  expect(unmatchedSubjects([publishes('app/a', 'klines.{symbol}.1m'), use('app/b', 'subscribes', SubjectPattern.of('klines.>').inProgram())])).toEqual([]);
});

test('a subscriber elsewhere silences the publisher', () => {
  expect(unmatchedSubjects([publishes('app/a', 'x', { subscribedElsewhere: true })])).toEqual([]);
});

test('a publisher elsewhere silences the subscriber', () => {
  expect(unmatchedSubjects([subscribes('app/a', 'x', { publishedElsewhere: true })])).toEqual([]);
});

test('a publisher elsewhere does not silence a publisher', () => {
  expect(unmatchedSubjects([publishes('app/a', 'x', { publishedElsewhere: true })])).toHaveLength(1);
});

test('a subscriber elsewhere does not silence a subscriber', () => {
  expect(unmatchedSubjects([subscribes('app/a', 'x', { subscribedElsewhere: true })])).toHaveLength(1);
});

test('one binding that knows of the other side speaks for its subject', () => {
  expect(unmatchedSubjects([publishes('app/a', 'x'), publishes('app/b', 'x', { subscribedElsewhere: true })])).toEqual([]);
});

test('the other side of a system subject is the server', () => {
  expect(unmatchedSubjects([publishes('app/a', '$JS.API.INFO'), subscribes('app/a', '$SYS.SERVER')])).toEqual([]);
});

test('many users of one subject are one warning, at the first', () => {
  const [warning, ...others] = unmatchedSubjects(['app/c', 'app/a', 'app/a', 'app/b'].map(path => publishes(path, 'x')));
  expect(warning.path).toBe('app/c');
  expect(warning.message).toContain('publishes "x" (as do 2 more), and');
  expect(others).toEqual([]);
});

test('publishers come before subscribers, each in the order of use', () => {
  expect(unmatchedSubjects([subscribes('app/d', 'd'), publishes('app/c', 'c'), publishes('app/a', 'a')]).map(({ path }) => path)).toEqual(['app/c', 'app/a', 'app/d']);
});

function publishes(path: string, text: string, options = {}): SubjectUse {
  return use(path, 'publishes', Subject.of(text, options).inProgram());
}

function subscribes(path: string, text: string, options = {}): SubjectUse {
  return use(path, 'subscribes', Subject.of(text, options).inProgram());
}

function use(path: string, role: SubjectUse['role'], binding: SubjectBinding): SubjectUse {
  return { path, role, binding };
}
