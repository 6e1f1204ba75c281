import { call, ChartFile, fileName, imported, instance, literal, name, object, printChart, printMain } from '../../../src/adopt/code';
import { styleFaults } from '../support/style';

const chart = (parts: Partial<ChartFile> = {}): ChartFile => ({
  className: 'QuoteApi', id: 'quote-api', constants: [], statements: [], ...parts,
});
const statement = (text: string) => ({ kind: 'expression', value: call(undefined, text) }) as const;

test('a chart without anything is a class', () => {
  expect(printChart(chart({ namespace: 'shop' }))).toBe(`\
import { Chart } from 'cdk8s';
import { Construct } from 'constructs';

export class QuoteApi extends Chart {
  constructor(scope: Construct) {
    super(scope, 'quote-api', { namespace: 'shop' });
  }
}
`);
});

test('imports are sorted, packages before files, and each name is there once', () => {
  const statements = [
    { kind: 'expression', value: call(imported('./values', 'NATS'), 'use', imported('cdk8s-plus-28', 'Cpu'), imported('cdk8s', 'Size'), imported('cdk8s', 'Size')) },
  ] as const;
  expect(printChart(chart({ statements })).split('\n').slice(0, 4)).toEqual([
    'import { Chart, Size } from \'cdk8s\';',
    'import * as kplus from \'cdk8s-plus-28\';',
    'import { Construct } from \'constructs\';',
    'import { NATS } from \'./values\';',
  ]);
});

test('many names of a module stand below each other', () => {
  const made = (letter: string) => ({ kind: 'expression', value: imported('cdk8s-petrosa', letter.repeat(50)) }) as const;
  expect(printChart(chart({ statements: [made('A'), made('B'), made('C')] }))).toContain(`import {\n  ${'A'.repeat(50)},\n`);
});

test('statements, comments and loops keep the style of this project', () => {
  const text = printChart(chart({
    constants: [
      { kind: 'const', name: 'LABELS', value: literal({ app: 'quotes' }), comments: ['Identity.'] },
      { kind: 'const', name: 'ROWS', value: literal([{ id: 'a', size: 1 }, { id: 'b', size: 2 }, { id: 'x'.repeat(100), size: 3 }]) },
    ],
    statements: [
      { kind: 'blank' },
      { kind: 'const', name: 'api', value: instance(imported('cdk8s-petrosa', 'NatsAwareDeployment'), name('this'), object({ labels: name('LABELS') })), comments: ['why'] },
      { kind: 'blank' },
      { kind: 'blank' },
      { kind: 'for', each: ['id', 'size'], of: name('ROWS'), body: [{ kind: 'expression', value: call(name('api'), 'add', name('id'), name('size')) }] },
      { kind: 'blank' },
    ],
  }));
  expect(styleFaults(text)).toEqual([]);
});

test('a blank line stands between statements alone', () => {
  const blank = { kind: 'blank' } as const;
  expect(printChart(chart({ statements: [blank, blank, statement('one'), blank] }))).toContain('\'quote-api\');\n\n    one();\n  }');
});

test('many fields of a row stand below each other', () => {
  const each = ['a', 'b', 'c'].map(letter => letter.repeat(40));
  expect(printChart(chart({ statements: [{ kind: 'for', each, of: name('ROWS'), body: [statement('one')] }] })))
    .toContain(`    for (const {\n      ${each[0]},\n      ${each[1]},\n      ${each[2]},\n    } of ROWS) {\n      one();\n    }`);
});

test('the app makes each chart', () => {
  expect(printMain([chart(), chart({ className: 'Feed' })])).toBe(`\
import { App } from 'cdk8s';
import { Feed } from './feed';
import { QuoteApi } from './quote-api';

const app = new App();
new QuoteApi(app);
new Feed(app);
app.synth();
`);
});

test('a file has the words of its class', () => {
  expect(['QuoteApi', 'HTTPServer', 'Feed2Quotes'].map(className => fileName(chart({ className })))).toEqual(['quote-api', 'http-server', 'feed2-quotes']);
});
