import { PAGES, read } from './support/pages';

const PLACEHOLDER = /@\w+@|\b(?:TODO|TBD|FIXME|XXX+)\b/;

const prose = (text: string) => text.replace(/^( *)```.*?^\1```$/gms, '').replace(/`(?:[^`\n]|\n(?!\n))*`/g, '');
const placeholdersIn = (text: string) => prose(text).split('\n').filter(line => PLACEHOLDER.test(line));

test('no page holds a placeholder', () => {
  expect(PAGES.flatMap(page => placeholdersIn(read(page)).map(line => `${page}: ${line}`))).toEqual([]);
});

test.each(['| api | @SECONDS@ |', 'TODO: say why', 'The time is TBD.', '<!-- FIXME -->', 'XXXX ms'])('%j holds a placeholder', (line) => {
  expect(placeholdersIn(`Before\n${line}\nafter`)).toEqual([line]);
});

test.each(['`# TODO`', '```sh\n# TODO\n```', 'nats@example.com', '@types/node and @jest/core'])('%j holds none', (text) => {
  expect(placeholdersIn(text)).toEqual([]);
});
