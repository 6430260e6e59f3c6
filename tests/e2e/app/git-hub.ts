/** A server that answers as GitHub's REST API does, for one account. */
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GitHubStandIn {
  url: string;
  /** Paths and headers that were asked for. */
  asked: { path: string; agent: string | undefined }[];
  close(): Promise<void>;
}

export async function gitHubWith(login: string, user: object, repositories: object[]): Promise<GitHubStandIn> {
  const asked: GitHubStandIn['asked'] = [];
  const answers: Record<string, unknown> = {
    [`/users/${login}`]: { login, html_url: `https://github.example/${login}`, ...user },
    [`/users/${login}/repos`]: repositories,
  };
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://stand-in');
    asked.push({ path: request.url!, agent: request.headers['user-agent'] });
    const found = answers[pathname];
    response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(found ?? { message: 'Not Found' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
