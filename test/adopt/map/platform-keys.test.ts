import { PetrosaCommonConfig } from '../../../src';
import { PLATFORM_KEYS } from '../../../src/adopt/map/platform-keys';

it('the keys that need not be named are those that the library takes by default', () => {
  expect([...PLATFORM_KEYS]).toEqual(PetrosaCommonConfig.PLATFORM_KEYS);
});
