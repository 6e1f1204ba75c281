import * as fc from 'fast-check';

/** Any character of Unicode: the unit `binary` of fast-check, which first lists a million of them. */
export const anyCharacter: fc.Arbitrary<string> = fc.oneof(fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map(code => String.fromCodePoint(code));
