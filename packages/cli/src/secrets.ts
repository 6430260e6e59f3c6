/**
 * Removes secrets from text for terminals, logs and reports: passwords in addresses, values in query strings (any of
 * them may be a token, signature or key) and secret keys of Gigsy.
 */

/** Text that looks like a secret key: `sk_` and at least 16 letters, digits or underscores. */
export const SECRET_KEY = /\bsk_[A-Za-z0-9_]{16,}/g;

/** The text between `//` and the last `@` before the host. */
const USER = /(\/\/)[^\s/?#"'<>]*@/g;
/** The same with a slash in the password: the address is invalid, but still secret. `//host:80/@x` has no password. */
const USER_WITH_SLASH = /(\/\/[^\s/?#@:"'<>]{0,200}):(?!\d{1,5}[/?#])[^\s@"'<>]{1,2000}@/g;
const ADDRESS = /\b((?:https?|wss?|ftp):\/\/[^\s?#"'<>]*)(\?[^\s#"'<>]*)?(#[^\s"'<>]*)?/gi;

/** The text with each secret replaced by `…`; names in query strings stay. */
export function withoutSecrets(text: string): string {
  return text
    .replace(USER, '$1')
    .replace(USER_WITH_SLASH, '//')
    .replace(SECRET_KEY, 'sk_…')
    .replace(
      ADDRESS,
      (_, address: string, query = '', fragment = '') =>
        `${address}${withoutValues(query as string)}${fragment === '' ? '' : '#…'}`,
    );
}

function withoutValues(query: string): string {
  return query.replace(
    /([?&])([^&=]*)(=[^&]*)?/g,
    (_, mark: string, name: string, value?: string) => `${mark}${value === undefined ? '…' : `${name}=…`}`,
  );
}

export interface Credentials {
  origin: string;
  username: string;
  password: string;
}

/** The address without its user name and password, and the two apart. */
export function splitCredentials(address: string): { url: string; credentials: Credentials | undefined } {
  const url = new URL(address);
  const { username, password, origin } = url;
  if (username === '' && password === '') return { url: url.href, credentials: undefined };
  url.username = '';
  url.password = '';
  return { url: url.href, credentials: { origin, username: decode(username), password: decode(password) } };
}

/** RFC 7617, with UTF-8. */
export function basicAuthorization({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
