import { Review } from '../review';
import { escapeMarkdown } from './private/escape-markdown';
import { visible } from './private/excerpt';
import { ReviewEntry, ReviewSection, reviewSections } from './private/review-sections';
import { reviewSummary } from './private/review-summary';

/** A comment on GitHub has at most 65,536 characters. */
const LONGEST = 60_000;

/** Entries of a section before they are only counted. */
const ENTRIES = 40;

/** What a change of manifests means, for a comment on a pull request: a summary, and sections to unfold; what breaks is unfolded. */
export function formatReviewMarkdown(review: Review, { base, head }: { readonly base: string; readonly head: string }): string {
  const summary = `**petrosa-nats diff** ${shown(base)} → ${shown(head)}: ${reviewSummary(review)}`;
  let left = LONGEST - summary.length;
  const sections = reviewSections(review).map((section) => {
    const text = formatSection(section, left);
    left -= text.length;
    return text;
  });
  return [summary, ...sections].join('\n\n') + '\n';
}

function formatSection({ title, alarming, entries }: ReviewSection, room: number): string {
  const lines: string[] = [];
  let length = 0;
  for (const entry of entries.slice(0, ENTRIES)) {
    const line = formatEntry(entry);
    if (length + line.length > room / 2) break;
    length += line.length;
    lines.push(line);
  }
  const rest = entries.length - lines.length;
  return [
    `<details${alarming ? ' open' : ''}><summary>${title} (${entries.length})</summary>`,
    [...lines, ...rest > 0 ? [`- and ${rest} more`] : []].join('\n'),
    '</details>',
  ].join('\n\n');
}

function formatEntry({ text, details }: ReviewEntry): string {
  return [`- ${shown(text)}`, ...details.map(detail => `  <br>${shown(detail)}`)].join('\n');
}

/** Without characters that turn the direction of a text or hide. */
function shown(text: string): string {
  return escapeMarkdown(visible(text));
}
