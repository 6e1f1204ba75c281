import { readFileSync } from 'fs';
import { join } from 'path';
import { PROJECT } from './shared';

const ARCHITECTURE = readFileSync(join(PROJECT, 'ARCHITECTURE.md'), 'utf8');

/** The rooms of each table of the architecture, in its order. */
const [values, constructs, engine] = ARCHITECTURE.split('| room | what it holds |').slice(1)
  .map(table => [...table.matchAll(/^\| `src\/(\w+)` \|/gm)].map(([, room]) => room));

/** The rooms that both halves of src share. */
export const VALUES: readonly string[] = values;

/** The rooms of the half that writes manifests. */
export const CONSTRUCTS: readonly string[] = constructs;

/** The rooms of the half that reads manifests. */
export const ENGINE: readonly string[] = engine;

/** The rooms of the engine of which none imports another. */
export const SIDE_BY_SIDE: readonly string[] = [.../^(.*) stand side by side: none imports another\.$/m.exec(ARCHITECTURE)![1].matchAll(/`(\w+)`/g)].map(([, room]) => room);
