import { Finding } from '../../verify';

/** A finding as JSON has it. docs/lint.md describes its shape. */
export function plainFinding({ code, severity, message, fix, position, object, path, fingerprint, related }: Finding): object {
  const places = related.map(other => ({ message: other.message, ...other.position }));
  return { code, severity, message, fix, ...position, object, path, fingerprint, related: places };
}
