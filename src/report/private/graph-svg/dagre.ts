/* eslint-disable @typescript-eslint/no-require-imports */

/** The layout package, which has a build for `require` and types for `import` only. */
export const dagre = require('@dagrejs/dagre') as typeof import('@dagrejs/dagre', { with: { 'resolution-mode': 'import' } });
