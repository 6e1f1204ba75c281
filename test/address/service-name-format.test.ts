import { ServiceNameFormat } from '../../src/address';

test.each([
  [1, 'cross-namespace, recommended', ServiceNameFormat.CROSS_NAMESPACE],
  [2, 'cross-namespace, short', ServiceNameFormat.CROSS_NAMESPACE_SHORT],
  [3, 'different namespace, full DNS', ServiceNameFormat.DIFFERENT_NAMESPACE],
  [4, 'different namespace, short', ServiceNameFormat.DIFFERENT_NAMESPACE_SHORT],
])('format %i of the rule book has the name "%s"', (number, name, format) => {
  expect(format).toEqual({ number, name });
});
