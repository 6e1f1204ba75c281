import { existsSync, readdirSync } from 'fs';
import { join, relative } from 'path';
import { diffLines } from 'diff';
import { PartMemo, readPaths, readText, SourceDocument } from '../../src/manifest';
import { migrate, Migration } from '../../src/migrate';
import { Finding } from '../../src/verify';
import { describeWithShared, PETROSA, SHARED } from '../support/shared';

/** A folder of manifests before and after its migration, and after that of the result. */
interface Migrated {
  readonly path: string;
  readonly first: Migration;
  readonly again: Migration;
}

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => join(path, name));
}

function migrated(path: string, documents: readonly SourceDocument[], state?: readonly SourceDocument[]): Migrated {
  const first = migrate({ files: documents, state });
  // What reads and writes no files does the same to the same files.
  if (first.files.length === 0) return { path, first, again: first };
  const after = new Map(first.files.map(({ file, after: text }) => [file, readText(file, text).documents]));
  const byFile = new Map(documents.map(({ file }) => [file, documents.filter(document => document.file === file)]));
  return { path, first, again: migrate({ files: [...byFile].flatMap(([file, own]) => after.get(file) ?? own), state }) };
}

/** Neighbours share most of their files, and each takes many lints; of each incident one tree is left at least. */
const twoOfThree = (paths: readonly string[]): string[] => paths.filter((_, i) => i % 3 !== 2);

/** Trees with their documents; of those that hold the same, one. */
function distinctTrees(paths: readonly string[]): [path: string, documents: readonly SourceDocument[]][] {
  const memo: PartMemo = new Map();
  const byContent = new Map<string, [string, readonly SourceDocument[]]>();
  for (const path of paths) {
    const { documents } = readPaths([path], { memo });
    byContent.set(JSON.stringify(documents.map(({ file, text }) => [relative(path, file), text])), [path, documents]);
  }
  return [...byContent.values()];
}

function migrateAll(): Migrated[] {
  const state = readPaths([join(PETROSA, 'cluster-state.yaml')]).documents;
  const trees = folders(join(SHARED, 'incidents')).flatMap(incident => ['before', 'after'].map(tree => join(incident, tree))).filter(existsSync);
  return [
    ...distinctTrees([...twoOfThree(trees), ...folders(PETROSA)]).map(([path, documents]) => migrated(path, documents, state)),
    ...distinctTrees(folders(join(SHARED, 'nats-corpus'))).map(([path, documents]) => migrated(path, documents)),
  ];
}

/** What a finding is about, as people would compare two lists of findings. */
function about({ code, object, position, severity }: Finding): string {
  return `${severity} ${code} ${object ? `${object.namespace}/${object.kind}/${object.name}` : position.file}`;
}

function countOf(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(about(finding), (counts.get(about(finding)) ?? 0) + 1);
  return counts;
}

/** The folders of which something holds that must not. */
const wrong = (all: readonly Migrated[], isWrong: (each: Migrated) => boolean): string[] => all.filter(isWrong).map(({ path }) => path);

describeWithShared('real manifests', () => {
  let all: readonly Migrated[];
  beforeAll(() => { all = migrateAll(); }, 240_000);

  test('some of them are corrected', () => {
    expect(all.filter(({ first }) => first.files.length > 0).length).toBeGreaterThan(15);
  });

  test('a migration of the result changes nothing', () => {
    expect(wrong(all, ({ again }) => again.files.length > 0)).toEqual([]);
  });

  test('no rule and no correction breaks down', () => {
    expect(wrong(all, ({ first }) => first.failures.length > 0)).toEqual([]);
  });

  test('a lint of the result has no finding that was not there before', () => {
    expect(wrong(all, ({ first, again }) => {
      const old = countOf(first.before.findings);
      return [...countOf(again.before.findings)].some(([key, count]) => count > (old.get(key) ?? 0));
    })).toEqual([]);
  });

  test('a lint of the result has none of the corrected findings', () => {
    expect(wrong(all, ({ first, again }) => {
      const left = new Set(again.before.findings.map(({ fingerprint }) => fingerprint));
      return first.corrected.some(({ fingerprint }) => left.has(fingerprint));
    })).toEqual([]);
  });

  test('a file changes only where a finding was corrected', () => {
    expect(wrong(all, ({ first }) => {
      const found = new Set(first.corrected.map(({ position }) => position.file));
      return first.files.some(({ file }) => !found.has(file));
    })).toEqual([]);
  });

  test('comments stay', () => {
    // What stands in quotes is no comment.
    const comments = (text: string): string[] => text.split('\n').flatMap(line => /(?:^|\s)#.*$/.exec(line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ''))?.[0] ?? []);
    expect(wrong(all, ({ first }) => first.files.some(({ before, after }) => comments(before).join('\n') !== comments(after).join('\n')))).toEqual([]);
  });

  test('few lines change', () => {
    expect(wrong(all, ({ first }) => first.files.some(({ before, after }) => {
      const removed = diffLines(before, after).filter(part => part.removed).reduce((sum, { count }) => sum + count, 0);
      return removed > before.split('\n').length / 2;
    }))).toEqual([]);
  });
});
