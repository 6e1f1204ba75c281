import { Review } from '../review';

/** What a change of manifests means, for programs. docs/diff.md describes its shape. */
export function formatReviewJson(review: Review): string {
  return JSON.stringify({ version: 1, ...review }, null, 2) + '\n';
}
