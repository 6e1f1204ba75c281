import { call, ChartFile, fileName, imported, instance, literal, name, object, printChart, printMain, printValues } from '../../../src/adopt/code';
import { styleFaults } from '../support/style';

const chart = (parts: Partial<ChartFile> = {}): ChartFile => ({
  className: 'QuoteApi', id: 'quote-api', comments: [], constants: [], parameters: [], args: [], statements: [], methods: [], ...parts,
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

test('statements, comments, loops and methods keep the style of this project', () => {
  const text = printChart(chart({
    comments: ['Serves quotes.', 'Closes no comment: */'],
    constants: [
      { kind: 'const', name: 'LABELS', value: literal({ app: 'quotes' }), comments: ['Identity.'] },
      { kind: 'const', name: 'ROWS', value: literal([{ id: 'a', size: 1 }, { id: 'b', size: 2 }, { id: 'x'.repeat(100), size: 3 }]) },
    ],
    parameters: [{ name: 'platform', type: imported('./platform', 'Platform'), field: true }],
    statements: [
      { kind: 'blank' },
      { kind: 'comment', comments: ['alone'] },
      { kind: 'const', name: 'api', value: instance(imported('cdk8s-petrosa', 'NatsAwareDeployment'), name('this'), object({ labels: name('LABELS') })), comments: ['why'] },
      { kind: 'blank' },
      { kind: 'blank' },
      { kind: 'for', each: ['id', 'size'], of: name('ROWS'), body: [{ kind: 'expression', value: call(name('api'), 'add', name('id'), name('size')) }] },
      { kind: 'for', each: 'row', of: name('ROWS'), body: [statement('again')] },
      { kind: 'blank' },
    ],
    methods: [{ name: 'makeMore', statements: [statement('more')] }],
  }));
  expect(styleFaults(text)).toEqual([]);
});

test('a blank line stands between statements alone', () => {
  const blank = { kind: 'blank' } as const;
  expect(printChart(chart({ statements: [blank, blank, statement('one'), blank] }))).toContain('\'quote-api\');\n\n    one();\n  }');
});

test('the constructor calls the methods after its own statements', () => {
  const text = printChart(chart({ statements: [statement('one')], methods: [{ name: 'makeMore', statements: [statement('more')] }] }));
  expect(text).toContain('    one();\n    this.makeMore();\n  }\n\n  private makeMore(): void {\n    more();\n  }\n');
});

test('many fields of a row stand below each other', () => {
  const each = ['a', 'b', 'c'].map(letter => letter.repeat(40));
  expect(printChart(chart({ statements: [{ kind: 'for', each, of: name('ROWS'), body: [statement('one')] }] })))
    .toContain(`    for (const {\n      ${each[0]},\n      ${each[1]},\n      ${each[2]},\n    } of ROWS) {\n      one();\n    }`);
});

test('many parameters of a chart stand below each other', () => {
  const parameters = ['a', 'b', 'c'].map(letter => ({ name: letter.repeat(40), type: imported('./platform', 'Platform') }));
  expect(printChart(chart({ parameters }))).toContain('  constructor(\n    scope: Construct,\n');
});

test('the app makes each chart with its arguments', () => {
  expect(printMain([chart({ args: [literal('eu')] }), chart({ className: 'Feed' })])).toBe(`\
import { App } from 'cdk8s';
import { Feed } from './feed';
import { QuoteApi } from './quote-api';

const app = new App();
new QuoteApi(app, 'eu');
new Feed(app);
app.synth();
`);
});

test('values are exported', () => {
  expect(printValues({ name: 'values', comments: ['What charts share.'], constants: [{ kind: 'const', name: 'ZONE', value: literal('eu') }] }))
    .toBe('/** What charts share. */\n\nexport const ZONE = \'eu\';\n');
});

test('a file has the words of its class', () => {
  expect(['QuoteApi', 'HTTPServer', 'Feed2Quotes'].map(className => fileName(chart({ className })))).toEqual(['quote-api', 'http-server', 'feed2-quotes']);
});
