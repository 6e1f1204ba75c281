const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '&#64;', '#': '&#35;', '|': '&#124;' };

/** The text so that Markdown, in a cell of a table too, shows it as it is: no markup, no mention, no second line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[&<>@#|]/g, character => ENTITIES[character]).replace(/[\\`*_[\]{}~$]/g, '\\$&').replace(/\s+/g, ' ');
}
