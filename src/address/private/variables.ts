const NAME = '[-._A-Za-z][-._A-Za-z0-9]*';
const EXPANSION = new RegExp(`\\$\\$|\\$\\(${NAME}\\)`, 'g');
const SECRET_USER_INFO = new RegExp(`^(?:(?:[^:$/@]*|\\$\\(${NAME}\\)):)?\\$\\(${NAME}\\)$`);

/** Whose variables a text holds. Kubernetes leaves the shell's as they are, so that one of them decides. */
export function variablesIn(text: string): 'kubernetes' | 'shell' | undefined {
  let kubernetes = false;
  const rest = text.replace(EXPANSION, found => {
    // `$$` is the escape for `$`: nothing is expanded behind it.
    kubernetes ||= found !== '$$';
    return '';
  });
  if (/\$(\{|[A-Za-z_])/.test(rest)) return 'shell';
  return kubernetes ? 'kubernetes' : undefined;
}

/** Whether user info takes its password or token from a variable, so that no credential is written out. */
export function isSecretByVariable(userInfo: string): boolean {
  return SECRET_USER_INFO.test(userInfo);
}
