import * as vm from 'vm';
import { Context, createContext } from 'vm';
// eslint-disable-next-line @typescript-eslint/no-require-imports
const compileOnce = require('./compile-once.cjs') as (code: string, parameters: readonly string[], options: { filename: string; parsingContext: Context }) => (...given: unknown[]) => unknown;

function run(code: string, filename: string, globals: Record<string, unknown>, ...given: unknown[]): unknown {
  return compileOnce(code, ['first', 'second'], { filename, parsingContext: createContext(globals) })(...given);
}

test('code runs with its parameters', () => {
  expect(run('return first - second;', 'parameters.js', {}, 5, 3)).toBe(2);
});

test('code that is compiled already runs in the context of the caller', () => {
  const owners = ['one', 'two'].map(owner => run('return owner;', 'contexts.js', { owner }));
  expect(owners).toEqual(['one', 'two']);
});

test('what the code of one caller declares is not there for the next', () => {
  const code = 'globalThis.runs = (globalThis.runs ?? 0) + 1; return runs;';
  expect([run(code, 'state.js', {}), run(code, 'state.js', {})]).toEqual([1, 1]);
});

test('other code of the same file is compiled anew', () => {
  expect(['return 1;', 'return 2;'].map(code => run(code, 'changed.js', {}))).toEqual([1, 2]);
});

test('code may end in a comment', () => {
  expect(run('return 1; // the end', 'comment.js', {})).toBe(1);
});

test('an error names the line of the file', () => {
  expect(() => run('\n\nthrow new Error("here");', 'lines.js', { Error })).toThrow(expect.objectContaining({ stack: expect.stringContaining('lines.js:3') }));
});

test('the same code with other parameters is compiled anew', () => {
  const compile = (parameters: readonly string[]) => compileOnce('return second;', parameters, { filename: 'parameters-changed.js', parsingContext: createContext({}) })(1, 2);
  expect([['first', 'second'], ['second', 'first']].map(compile)).toEqual([2, 1]);
});

test('it is in use', () => {
  expect(vm.compileFunction.name).toBe('compileOnce');
});
