import { TextOptions } from './format-text';
import { Place } from '../manifest';
import { Answer, Link, Verdict } from '../reachability';
import { visible } from './private/excerpt';
import { paint, Paint } from './private/paint';

/** What a question asked, for the heading of its answer. */
export interface AnswerHeading {
  readonly workload: string;
  readonly endpoint: string;
}

const SIGNS: Readonly<Record<Verdict, string>> = { allowed: '✓', blocked: '✗', unknown: '?' };
const COLOURS: Readonly<Record<Verdict, keyof Paint>> = { allowed: 'green', blocked: 'red', unknown: 'yellow' };

/** The chain of an answer, a link a line with the field that is responsible, and the verdict as last line. */
export function formatAnswer({ verdict, links, deciding }: Answer, { workload, endpoint }: AnswerHeading, { colours = 'plain' }: TextOptions = {}): string {
  const colour = paint(colours);
  const width = Math.max(...links.map(({ kind }) => kind.length));
  return [
    visible(`${workload} → ${endpoint}`),
    ...links.flatMap(link => describe(link, width, colour)),
    colour[COLOURS[verdict]](verdict === 'allowed' ? verdict : visible(`${verdict}: ${deciding.text}`)),
  ].join('\n') + '\n';
}

function describe({ kind, verdict, text, fix, place }: Link, width: number, colour: Paint): string[] {
  const indent = ' '.repeat(width + 5);
  return [
    `  ${colour[COLOURS[verdict]](SIGNS[verdict])} ${kind.padEnd(width)} ${visible(text)}`,
    ...(place ? [visible(`${indent}${describePlace(place)}`)] : []),
    ...(fix && verdict !== 'allowed' ? [visible(`${indent}fix: ${fix}`)] : []),
  ];
}

function describePlace(place: Place): string {
  const { file, line, column } = place.object.position(place.path, place);
  return `${file}:${line}:${column} (${place.object.id})`;
}
