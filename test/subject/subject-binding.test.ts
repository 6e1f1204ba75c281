import { Subject, SubjectPattern } from '../../src/subject';

const literal = Subject.of('intent.trading.{strategy}').inProgram();
const pattern = SubjectPattern.of('intent.trading.*').bind('NATS_TOPIC');
const grouped = Subject.of('intent.trading').inProgram({ queueGroup: 'workers' });

test('a literal subject is publishable, a pattern and one with a queue group are not', () => {
  expect([literal, pattern, grouped].map(binding => binding.publishable)).toEqual([true, false, false]);
});

test('a literal subject may be published', () => {
  expect(() => literal._requirePublishable('app/cio')).not.toThrow();
});

test('a pattern as publish subject throws with the path of the publisher', () => {
  expect(() => pattern._requirePublishable('app/cio')).toThrow('app/cio: publishes the pattern "intent.trading.*", and NATS delivers to literal subjects only; ' +
    'write Subject.of with a literal subject');
});

test('a queue group on a publish subject throws', () => {
  expect(() => grouped._requirePublishable('app/cio')).toThrow('app/cio: publishes "intent.trading" with the queue group workers, which only subscribers have; ' +
    'leave queueGroup out, or move the binding to subscribes');
});

test('a pattern with a queue group is called a pattern', () => {
  const both = SubjectPattern.of('a.>').inProgram({ queueGroup: 'workers' });
  expect(() => both._requirePublishable('app/cio')).toThrow('publishes the pattern');
});
