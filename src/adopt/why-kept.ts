import { Finding } from '../verify';

/** How many fields are named where an object is kept as it is. */
const NAMED_FIELDS = 3;

/** How much of a message stands where an object is kept as it is: it may list any number of keys. */
const LONGEST_MESSAGE = 140;

/** Why an object is kept as it is whose construct brings a finding that the input does not have; to itself, where no other object is named. */
export function whyOf({ code, message }: Finding, to = ''): string {
  return `its construct would bring ${code}${to}: ${shortened(message)}`;
}

/** Why an object is kept as it is that its construct refuses. */
export function whyRefused(message: string): string {
  return `its construct refuses it: ${shortened(message)}`;
}

/** Why an object is kept as it is of which its construct would render other fields. */
export function whyOther(fields: readonly { readonly path: string }[]): string {
  const more = fields.length - NAMED_FIELDS;
  return `its construct would render another ${[...fields.slice(0, NAMED_FIELDS).map(({ path }) => path), ...more > 0 ? [`${more} more fields`] : []].join(', ')}`;
}

/** A message with no more than fits in a line of the report. */
export function shortened(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE).replace(/\W+\w*$/, '')} …` : message;
}
