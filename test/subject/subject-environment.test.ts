import { SubjectEnvironment } from '../../src/subject';

test('the standard environments have the keys of the rule book', () => {
  expect([SubjectEnvironment.BASE, SubjectEnvironment.PRODUCTION, SubjectEnvironment.GAP_FILLER].map(environment => environment.key))
    .toEqual(['NATS_SUBJECT_PREFIX', 'NATS_SUBJECT_PREFIX_PRODUCTION', 'NATS_SUBJECT_PREFIX_GAP_FILLER']);
});

test('the environment without a suffix is called BASE', () => {
  expect(SubjectEnvironment.BASE.name).toBe('BASE');
});

test('a further environment ends its key with its name', () => {
  expect(SubjectEnvironment.of('TEST_2')).toMatchObject({ name: 'TEST_2', key: 'NATS_SUBJECT_PREFIX_TEST_2' });
});

test.each(['', 'testnet', '2TEST', 'TEST-NET', 'TEST\n'])('%j cannot end a key', name => {
  expect(() => SubjectEnvironment.of(name)).toThrow('cannot end the key NATS_SUBJECT_PREFIX_; write capitals');
});
