/* eslint-disable @typescript-eslint/no-require-imports */

/** The commands, each loaded when it is first asked for: help and errors of usage need none of what they load. */
export const commands = {
  lint: () => require('./lint') as typeof import('./lint'),
  why: () => require('./why') as typeof import('./why'),
  connections: () => require('./connections') as typeof import('./connections'),
  checklist: () => require('./checklist') as typeof import('./checklist'),
  migrate: () => require('./migrate') as typeof import('./migrate'),
  adopt: () => require('./adopt') as typeof import('./adopt'),
  diff: () => require('./diff') as typeof import('./diff'),
  graph: () => require('./graph') as typeof import('./graph'),
  doctor: () => require('./doctor') as typeof import('./doctor'),
  explain: () => require('./explain') as typeof import('./explain'),
  rules: () => require('./rules') as typeof import('./rules'),
};
