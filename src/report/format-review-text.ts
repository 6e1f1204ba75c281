import { Review } from '../review';
import { TextOptions } from './format-text';
import { visible } from './private/excerpt';
import { paint } from './private/paint';
import { reviewSections } from './private/review-sections';
import { reviewSummary } from './private/review-summary';

/** What a change of manifests means, for people. */
export function formatReviewText(review: Review, { colours = 'plain' }: TextOptions = {}): string {
  const colour = paint(colours);
  const lines = reviewSections(review).flatMap(({ title, alarming, entries }) => [
    colour.bold(alarming ? colour.red(title) : title),
    ...entries.flatMap(({ text, details }) => [`  ${visible(text)}`, ...details.map(detail => `    ${visible(detail)}`)]),
    '',
  ]);
  return [...lines, reviewSummary(review)].join('\n') + '\n';
}
