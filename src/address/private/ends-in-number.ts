/** Whether the last label is a number, decimal, octal or hexadecimal: resolvers read such names as IPv4 addresses, and no domain ends so. */
export function endsInNumber(name: string): boolean {
  return /(^|\.)(\d+|0x[\da-f]*)$/i.test(name);
}
