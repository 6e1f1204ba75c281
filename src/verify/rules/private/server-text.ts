/** What is to stand in the address of a server; what is undefined stays as it is. */
export interface ServerChange {
  readonly scheme?: string;

  /** For an address that has none. */
  readonly missingScheme?: string;
  readonly host?: string;
  readonly port?: number;

  /** For an address that has none. */
  readonly missingPort?: number;

  /** Whether a slash at the end goes; a path stays. */
  readonly withoutSlash?: true;
}

/** A part of a text that another takes the place of. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A server of a list, or the only one of an address. */
interface Part {
  readonly text: string;
  readonly offset: number;
}

const PARTS = /^((?:jdbc:)?[a-z][a-z0-9+.-]*:\/\/)?(.*@)?(\[[^\]]*\]|[^:/?#]*)(:[^/?#]*)?(.*)$/is;
const HOST = 2;

/** The host of an address as it is written, without user info and port. */
export function hostText(text: string): string {
  return segmentsOf(text.trim())[HOST];
}

/** The least changes that make the servers of an address what they are to be, one for each server; those that become the same become one. */
export function changedServers(text: string, changes: readonly (ServerChange | undefined)[]): TextChange[] {
  const parts = serversIn(text, changes.length);
  if (becomesOne(text, changes)) {
    const last = parts[parts.length - 1];
    const [{ offset }] = parts;
    return [{ offset, length: last.offset + last.text.length - offset, text: wantedSegments(parts[0], changes[0]).join('') }];
  }
  return parts.flatMap((part, i) => changeOf(part, wantedSegments(part, changes[i])));
}

/** Whether the servers of a list become one and the same. */
export function becomesOne(text: string, changes: readonly (ServerChange | undefined)[]): boolean {
  const parts = serversIn(text, changes.length);
  return parts.length > 1 && new Set(parts.map((part, i) => wantedSegments(part, changes[i]).join(''))).size === 1;
}

/** The servers of a text as `NatsUrl` reads them: white space around them is none of theirs. */
function serversIn(text: string, count: number): Part[] {
  let at = 0;
  return (count > 1 ? text.split(',') : [text]).flatMap((part) => {
    const offset = at + part.length - part.trimStart().length;
    at += part.length + 1;
    return part.trim() === '' ? [] : [{ text: part.trim(), offset }];
  });
}

/** Scheme, user info, host, port, and the rest: together they are the text. */
function segmentsOf(text: string): string[] {
  return PARTS.exec(text)!.slice(1).map(segment => segment ?? '');
}

function wantedSegments({ text }: Part, change: ServerChange = {}): string[] {
  const [scheme, userInfo, host, port, tail] = segmentsOf(text);
  const wantedScheme = change.scheme ?? (scheme === '' ? change.missingScheme : undefined);
  const wantedPort = change.port ?? (port === '' || port === ':' ? change.missingPort : undefined);
  return [
    wantedScheme === undefined ? scheme : `${wantedScheme}://`,
    userInfo,
    change.host ?? host,
    wantedPort === undefined ? port : `:${wantedPort}`,
    change.withoutSlash && tail === '/' ? '' : tail,
  ];
}

/** From the first to the last segment that changes; an empty one has no text to point at and takes its neighbour along. */
function changeOf({ text, offset }: Part, wanted: readonly string[]): TextChange[] {
  const segments = segmentsOf(text);
  const differing = segments.flatMap((segment, i) => (segment === wanted[i] ? [] : [i]));
  if (differing.length === 0) return [];
  let [first, last] = [differing[0], differing[differing.length - 1]];
  while (segments.slice(first, last + 1).join('') === '') {
    if (first > HOST) first--;
    else last++;
  }
  return [{
    offset: offset + segments.slice(0, first).join('').length,
    length: segments.slice(first, last + 1).join('').length,
    text: wanted.slice(first, last + 1).join(''),
  }];
}
