/* Writes docs/rules: a page for each rule, and the table of all. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { formatRules } from '../src/report';
import { RULES } from '../src/verify';
import { rulePage } from '../test/support/rule-pages';

const FOLDER = join(__dirname, '../docs/rules');

mkdirSync(FOLDER, { recursive: true });
for (const page of readdirSync(FOLDER)) rmSync(join(FOLDER, page));
for (const rule of RULES) writeFileSync(join(FOLDER, `${rule.code}.md`), rulePage(rule));
writeFileSync(join(FOLDER, 'README.md'), formatRules(RULES));
