import { formatGithub } from '../../src/report';
import { configMap, madeUpRule, reportOf } from '../support/made-up-rules';

const command = (file: string, message: string, place: { line: number; endLine: number } = { line: 4, endLine: 4 }): string => {
  const rule = madeUpRule({ severity: 'advice', check: () => [{ at: { file, column: 9, endColumn: 12, ...place }, message, fix: 'f' }] });
  return formatGithub(reportOf(configMap('a'), [rule])).split('\n')[0];
};

test('a finding is a command with its place, whose last column belongs to it', () => {
  expect(command('apps.yaml', 'wrong')).toBe('::notice file=apps.yaml,line=4,endLine=4,col=9,endColumn=11,title=URL901::wrong%0Af');
});

test('errors and warnings have commands of their own', () => {
  const report = reportOf(configMap('a'), [madeUpRule(), madeUpRule({ code: 'URL902', severity: 'warning' })]);
  expect(formatGithub(report).split('\n').map(line => line.split(' ')[0]).slice(0, 2)).toEqual(['::error', '::warning']);
});

test('a place of several lines has no columns', () => {
  expect(command('apps.yaml', 'wrong', { line: 4, endLine: 6 })).toBe('::notice file=apps.yaml,line=4,endLine=6,title=URL901::wrong%0Af');
});

test('a text cannot end its command or its property', () => {
  expect(command('a,b:c%.yaml', '100%\r\n::error::x')).toBe('::notice file=a%2Cb%3Ac%25.yaml,line=4,endLine=4,col=9,endColumn=11,title=URL901::100%25%0D%0A::error::x%0Af');
});

test('a path below the working folder is relative to it', () => {
  expect(command('/repo/k8s/apps.yaml', 'wrong')).toContain('file=k8s/apps.yaml,');
});

test('the summary is the last line', () => {
  expect(formatGithub(reportOf(configMap('a'), []))).toBe('0 errors, 0 warnings, 0 advice in 1 file, 1 object\n');
});
