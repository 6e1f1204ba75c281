import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { PROJECT } from '../../support/shared';

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly code: string;

  /** The paragraph before the block; empty where another block or a heading stands there. */
  readonly lead: string;
}

/** All pages that people read, by their paths from the root. API.md is generated whole. */
export const PAGES: readonly string[] = [
  ...readdirSync(PROJECT).filter(file => file.endsWith('.md') && file !== 'API.md').sort(),
  ...readdirSync(join(PROJECT, 'docs'), { recursive: true, encoding: 'utf8' }).filter(page => page.endsWith('.md')).sort().map(page => `docs/${page}`),
];

const texts = new Map(PAGES.map(page => [page, readFileSync(join(PROJECT, page), 'utf8')]));

/** The text of a page. */
export function read(page: string): string {
  return texts.get(page)!;
}

/** The fenced blocks of a page, in order; a block in a list without its indentation. */
export function blocksOf(page: string): Block[] {
  const text = read(page);
  return [...text.matchAll(/^( *)```([^\n]*)\n(.*?)^\1```$/gms)].map(({ index, 1: indent, 2: language, 3: code }) => {
    const before = text.slice(0, index).trimEnd();
    return {
      page,
      line: text.slice(0, index).split('\n').length,
      language,
      code: indent ? code.replaceAll(new RegExp(`^${indent}`, 'gm'), '') : code,
      lead: before.endsWith('```') ? '' : before.slice(before.lastIndexOf('\n\n') + 2),
    };
  });
}

/** The fenced blocks of all pages. */
export const BLOCKS: readonly Block[] = PAGES.flatMap(blocksOf);
