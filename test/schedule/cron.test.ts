import { cronPeriod, cronStepWarnings, checkedCron } from '../../src/schedule/cron';

test.each([
  ['*/15 * * * *', '*/15 * * * *'],
  ['  5   0 * * * ', '5 0 * * *'],
  ['0 0 1 JAN mon-fri', '0 0 1 JAN mon-fri'],
  ['0,30 8-18/2 ? * *', '0,30 8-18/2 ? * *'],
  ['0 0 29 2 *', '0 0 29 2 *'],
  ['*/90 * * * *', '*/90 * * * *'],
  ['5/15 * * * *', '5/15 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
  ['@yearly', '0 0 1 1 *'],
])('%j is rendered as %j', (expression, rendered) => {
  expect(checkedCron(expression)).toBe(rendered);
});

test.each([
  ['* * * *', 'has 4 fields; write five: minute, hour'],
  ['0 * * * * *', 'has 6 fields'],
  ['', 'has 1 fields'],
  ['60 * * * *', 'has "60" in the field minute; write numbers from 0 to 59'],
  ['* 24 * * *', 'in the field hour'],
  ['* * 0 * *', 'in the field day of month'],
  ['* * * 13 *', 'in the field month'],
  ['* * * * 7', 'in the field day of week; write numbers from 0 to 6'],
  ['*/0 * * * *', '"*/0" in the field minute'],
  ['*/x * * * *', '"*/x" in the field minute'],
  ['1-2-3 * * * *', '"1-2-3"'],
  ['1/2/3 * * * *', '"1/2/3"'],
  ['30-10 * * * *', '"30-10"'],
  ['-5 * * * *', '"-5"'],
  ['mon * * * *', '"mon" in the field minute'],
  ['* * L * *', '"L"'],
  ['* * * * 1#2', '"1#2"'],
  ['@every 5m', 'is no macro that is taken here; write one of @yearly'],
])('%j is refused', (expression, message) => {
  expect(() => checkedCron(expression)).toThrow(message);
});

test.each(['0 0 30 2 *', '0 0 31 4,6,9,11 *'])('%j never comes', expression => {
  expect(() => checkedCron(expression)).toThrow(`schedule "${expression}" never comes; write a date that exists`);
});

test.each([
  ['*/15 * * * *', 900],
  ['*/90 * * * *', 3600],
  ['5/15 * * * *', 900],
  ['0 0 * * *', 86400],
  ['*/40 * * * *', 1200],
  ['0 ? * * *', 3600],
  ['?/90 * * * *', 3600],
  ['5/15 ? ? ? ?', 900],
  ['0 0 31 * *', 31 * 86400],
  ['0 0 29 2 *', 1461 * 86400],
  ['0 0 1 * mon', 86400],
])('the shortest time between two runs of %j is %d s', (expression, seconds) => {
  expect(cronPeriod(expression)).toBe(seconds);
});

test('a step that does not divide its field is a warning with the runs', () => {
  expect(cronStepWarnings('0 */15 * * *')).toEqual([
    'schedule "0 */15 * * *" steps by 15 in the field hour of 24, which it does not divide: it runs at 0 and 15',
  ]);
});

test.each(['*/40 * * * *', '0-59/40 * * * *', '3/25 * * * *', '?/7 * * * *', '0 0 */2 * *', '0 0 * * */2', '0,*/7 * * * *'])('%j is a warning', expression => {
  expect(cronStepWarnings(expression)).toHaveLength(1);
});

test.each(['*/15 * * * *', '5-59/15 * * * *', '9-17/5 * * * *', '0 8-20/5 * * *', '5/15 * * * *', '0 0 * * 1-6/2', '1,2,3 * * * *'])('%j is no warning', expression => {
  expect(cronStepWarnings(expression)).toEqual([]);
});

test('of many runs the warning shows the first and the last', () => {
  expect(cronStepWarnings('*/7 * * * *')[0]).toContain('it runs at 0, 7, 14 … 56');
});
