/** Stands for the value of a variable that exists and whose value the manifests do not show. */
export const NOT_KNOWN = Symbol('not known');

/** A text after the expansion of `$(NAME)`. */
export interface ExpandedText {
  /** What is not known stands as it is written. */
  readonly text: string;

  /** Whether all of it is known. */
  readonly complete: boolean;
}

/** `$(NAME)` as Kubernetes expands it: `$$` is a dollar sign, and a name that no variable has stays as it is written. */
export function expandVariables(text: string, valueOf: (name: string) => string | typeof NOT_KNOWN | undefined): ExpandedText {
  if (!text.includes('$')) return { text, complete: true };
  let complete = true;
  const expanded = text.replace(/\$\$|\$\(([^)]*)\)/g, (written, name?: string) => {
    if (name === undefined) return '$';
    const value = valueOf(name);
    if (value !== NOT_KNOWN) return value ?? written;
    complete = false;
    return written;
  });
  return { text: expanded, complete };
}
