/** How long ago: `3 min`, `2 h`. */
export function age(from: string, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - Date.parse(from)) / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}

/** Whether a time lies within the last minutes. */
export function isRecent(time: string | undefined, minutes: number, now: Date): boolean {
  return time !== undefined && now.getTime() - Date.parse(time) <= minutes * 60_000;
}
