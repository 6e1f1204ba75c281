// `<none>` and the like are values that programs know.
const PLACEHOLDERS: readonly RegExp[] = [
  /\$\{\{[^{}]*\}\}/,
  /^\s*<(?!(?:none|nil|null|default|all|any|auto|unset|no value)>)[A-Za-z][\w .:/-]{0,80}>\s*$/i,
  /:\/\/[^\s/]*<[A-Za-z][\w .-]{0,60}>/,
  /<(?:your|my|insert|replace|change|enter|put|add|fill)[-_ ][\w .-]{1,60}>/i,
  /\b(?:change|replace|fill|update|edit)[-_]?me\b/i,
  /\byour[-_][a-z0-9][\w-]*/i,
  /\b(?:REPLACE|CHANGE)_?(?:THIS|WITH|BY)(?![A-Za-z0-9])\w*|\b(?:INSERT|PUT|ADD|PASTE|ENTER)_[A-Z0-9_]*HERE\b/,
  /\b\w{0,60}PLACEHOLDER\w*/,
  /^\s*(?:\.{3}|…)/,
  /^\s*(?:TODO|FIXME|TBD|XXX+|placeholder|REDACTED|dummy)\s*$/i,
];

/** The part of a value that somebody was to replace by hand; undefined where there is none. Text of several lines is a file, which may explain itself. */
export function placeholderIn(value: string): string | undefined {
  if (value.trim().includes('\n')) return undefined;
  for (const pattern of PLACEHOLDERS) {
    const found = pattern.exec(value);
    if (found) return found[0].trim();
  }
  return undefined;
}
