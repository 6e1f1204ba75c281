import { Io } from '../../src/cli';
import { explainFailure } from '../../src/cli/explain-failure';

const io = (env: Record<string, string>): Io => ({ out: () => {}, err: () => {}, stdin: () => Promise.resolve(''), isTTY: false, env });
const object = { kind: 'Service', namespace: 'nats', name: 'nats-server' };

test('a rule that broke down is told with its code and the object', () => {
  expect(explainFailure({ code: 'URL101', object, error: new Error('out of range') }, io({})))
    .toBe('petrosa-nats: this is an error of petrosa-nats: rule URL101 broke down at nats/Service/nats-server: out of range\n');
});

test('where no object can be told none is named', () => {
  expect(explainFailure({ code: 'URL101', error: 'odd' }, io({}))).toBe('petrosa-nats: this is an error of petrosa-nats: rule URL101 broke down: odd\n');
});

test('the stack trace comes when asked for', () => {
  expect(explainFailure({ code: 'URL101', object, error: new Error('x') }, io({ PETROSA_NATS_DEBUG: '1' }))).toContain('\n    at ');
});
