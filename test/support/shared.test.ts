import { existsSync } from 'fs';
import { describeWithShared, SHARED } from './shared';

jest.mock('fs', () => ({ ...jest.requireActual('fs'), existsSync: jest.fn() }));

describe('describeWithShared', () => {
  const tests = jest.fn();
  const skip = jest.fn();
  const run = Object.assign(jest.fn(), { skip });
  const stderr = jest.spyOn(process.stderr, 'write');
  const original = { describe: globalThis.describe, required: process.env.PETROSA_REQUIRE_SHARED };

  beforeEach(() => {
    stderr.mockReturnValue(true);
    globalThis.describe = run as unknown as jest.Describe;
    delete process.env.PETROSA_REQUIRE_SHARED;
  });
  afterEach(() => {
    globalThis.describe = original.describe;
    if (original.required !== undefined) process.env.PETROSA_REQUIRE_SHARED = original.required;
  });
  afterAll(() => stderr.mockRestore());

  test('runs the tests where ../shared exists', () => {
    jest.mocked(existsSync).mockReturnValue(true);
    describeWithShared('replay', tests);
    expect(run).toHaveBeenCalledWith('replay', tests);
  });

  test('skips them where it is missing, and prints why', () => {
    jest.mocked(existsSync).mockReturnValue(false);
    describeWithShared('replay', tests);
    expect([run.mock.calls, skip.mock.calls, tests.mock.calls]).toEqual([[], [['replay', expect.any(Function)]], []]);
    expect(stderr).toHaveBeenCalledWith(`skipped: replay, because ${SHARED} is missing\n`);
  });

  test('does not skip under PETROSA_REQUIRE_SHARED=1', () => {
    jest.mocked(existsSync).mockReturnValue(false);
    process.env.PETROSA_REQUIRE_SHARED = '1';
    describeWithShared('replay', tests);
    expect([run.mock.calls, skip.mock.calls]).toEqual([[['replay', expect.any(Function)]], []]);
  });
});
