/** What the API server has against a part of an object. */
export interface RefusedPart {
  readonly message: string;
  readonly fix: string;
}
