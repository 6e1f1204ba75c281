import { checkedVariableName } from '../../../src/subject/private/variable-name';

test.each(['NATS_URL', '_x', '-x', '.x', 'a.b-c_1'])('%p is a name', name => {
  expect(checkedVariableName(name)).toBe(name);
});

test.each(['', '1A', 'A B', 'A=B', 'Ä', 'A\n'])('%j is no name', name => {
  expect(() => checkedVariableName(name)).toThrow(`environment variable ${JSON.stringify(name)} is no name that Kubernetes takes; write letters`);
});
