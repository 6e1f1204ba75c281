import * as fc from 'fast-check';
import { plainScalar } from '../../src/manifest/plain-scalar';

/** What `kubectl create --dry-run=client -o json` of Kubernetes 1.28 prints for each. */
const AS_KUBECTL: readonly (readonly [read: unknown, ...written: string[]])[] = [
  [null, '', '~', 'null', 'Null', 'NULL'],
  [true, 'y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'],
  [false, 'n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'],
  [8, '010', '0_8', '08', '0o10'],
  [7, '0o7', '0O7', '0_7'],
  [-7, '-0o7'],
  [9, '09'],
  [511, '0777'],
  [10, '1_0', '1__0', '10', '+10'],
  [31, '0x1f', '0X1F', '0x_1f', '+0x1f'],
  [-31, '-0x1f'],
  [5, '0b101', '5.'],
  [3, '0B11'],
  [-1, '-0b1'],
  [0, '0', '-0', '+0', '00', '0.0', '-0.0'],
  [1, '1.0', '1_'],
  [1.1, '1.10'],
  [1000, '1_000', '1e3', '1E3', '1e+3', '1.e3'],
  [0.001, '1e-3'],
  [0.5, '.5', '+.5'],
  [-0.5, '-.5'],
  [10.5, '1_0.5'],
  [1.5, '1.5_'],
  [0.11, '0.1_1'],
  [1e10, '1e1_0', '1.0e10'],
  [90, '09e1'],
  [8.5, '08.5'],
  [1e21, '1e21'],
  [1.2345678901234568e29, '123456789012345678901234567890'],
  [1.7976931348623157e308, '1.7976931348623157e308'],
  [0.5, '.5_0'],
  [18446744073709551615, '0xffffffffffffffff', '01777777777777777777777', `0b${'1'.repeat(64)}`],
  [9223372036854775807, '+0x7fffffffffffffff'],
  [-9223372036854775808, '-0x8000000000000000'],
  [2777777777777777777777, '02777777777777777777777'],
];

const TEXTS = [
  'yEs', 'tRue', 'nULL', '_1', '0b2', '1e400', '.', '..', '-.', '.iNF', 'inf', 'nan', 'Infinity', 'NaN', '1:30', '1:30:45', '190:20:30.15', '2024-01-01',
  '2024-01-01T00:00:00Z', '2024-1-1', '=', '<<', '1e', '1e+', '0x', '0b', '0o', '0o8', '1.2.3', '1,000', '10%', '12Mi', '0x1p3', '0x1.8p1', '--1', '+-1',
  '+true', '00x1', 'yes.', 'Toast', 'constructor', '__proto__',
  '0x52908400098527886E0F7030069857D2E4169EE7', '0x10000000000000000', '+0xffffffffffffffff', '-0x8000000000000001', '0o2000000000000000000000',
  `0b1${'0'.repeat(64)}`, '.5_', '._5', '.5__0',
];

test.each(AS_KUBECTL.flatMap(([read, ...written]) => written.map(text => [text, read] as const)))('"%s" is %p', (text, read) => {
  expect(plainScalar(text)).toBe(read);
});

test.each(TEXTS)('"%s" is a text', (text) => {
  expect(plainScalar(text)).toBe(text);
});

test.each(['.inf', '.Inf', '.INF', '+.inf', '-.inf', '.nan', '.NaN', '.NAN'])('"%s" is a number that JSON does not have', (text) => {
  expect(Number.isFinite(plainScalar(text))).toBe(false);
});

test('each JSON number is read as itself', () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
    expect(plainScalar(JSON.stringify(number))).toBe(number === 0 ? 0 : number);
  }));
});
