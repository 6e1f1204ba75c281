/* Rewrites the compiled index: a name loads its file when a program first asks for it, so that what a program does not use costs it nothing. */
import { writeFileSync } from 'fs';
import { basename, dirname, relative, resolve, sep } from 'path';

const INDEX = resolve(__dirname, '../lib/index.js');
// eslint-disable-next-line @typescript-eslint/no-require-imports -- jsii compiles to CommonJS
const library = require(INDEX) as Record<string, unknown>;
const names = Object.keys(library);

/** The file that gives a name its value, as the index finds it. */
function fileOf(name: string): string {
  const value = library[name];
  const file = Object.values(require.cache).find(loaded => loaded && loaded.exports[name] === value && basename(loaded.filename) !== basename(INDEX));
  if (!file) throw new Error(`no file of the library gives ${name}`);
  return `./${relative(dirname(INDEX), file.filename).replaceAll(sep, '/')}`;
}

writeFileSync(INDEX, `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
// Remembers methods of cdk8s, so that it must meet them before a program replaces them.
require("./synth/private/chart-objects.js");
const define = (name, property) => Object.defineProperty(exports, name, { enumerable: true, configurable: true, ...property });
const lazy = (name, load) => define(name, { get: () => define(name, { value: load()[name] })[name] });
${names.map(name => `lazy("${name}", () => require("${fileOf(name)}"));`).join('\n')}
// Node reads off this line which names a module of ECMAScript may import.
0 && (module.exports = { ${names.join(', ')} });
`);
