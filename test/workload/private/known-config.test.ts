import { Testing } from 'cdk8s';
import { AppConfig } from '../../../src/config';
import { knownConfig } from '../../../src/workload/private/known-config';

test('a config of the library is known', () => {
  const config = new AppConfig(Testing.chart(), 'config', { name: 'settings' });
  expect(knownConfig(config, config)).toBe(config);
});

test('a config of somebody else is refused, with what to write instead', () => {
  const foreign = { configMapName: 'settings', keys: ['A'] };
  expect(() => knownConfig(Testing.chart(), foreign)).toThrow('test: ConfigMap settings is no config of this library; make or import it by AppConfig');
});
