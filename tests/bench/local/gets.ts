/** A child process of HTTP clients with connections that stay open while they are busy: fetches an address many times and says when it is done. */
import { Agent, request } from 'node:http';

export interface Gets {
  url: string;
  count: number;
  headers: Record<string, string>;
}

export interface Got {
  /** Responses by status. */
  statuses: Record<number, number>;
}

const CONNECTIONS = 8;

function get(agent: Agent, url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode!));
    })
      .once('error', reject)
      .end();
  });
}

process.on('message', ({ url, count, headers }: Gets) => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const statuses: Got['statuses'] = {};
  let next = 0;
  const worker = async () => {
    while (next++ < count) {
      const status = await get(agent, url, headers);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  void Promise.all(Array.from({ length: CONNECTIONS }, worker)).then(() => {
    agent.destroy();
    process.send!({ statuses } satisfies Got);
  });
});

process.once('disconnect', () => process.exit(0));
