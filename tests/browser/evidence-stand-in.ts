/** Stands for the evidence's side of an upload: announces, takes bytes by PUT, checks hash and size, and chains what was confirmed. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { Chunk, Take } from '../../web/room/kept-chunks.ts';

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');

export type StandIn = {
  url: string;
  /** Confirmed, in the order of the chain. */
  chunks: Chunk[];
  ended: Map<string, number>;
  stop(): void;
};

export async function evidenceStandIn(): Promise<StandIn> {
  const bodies = new Map<string, Buffer>();
  const chunks: Chunk[] = [];
  const begun = new Set<string>();
  const ended = new Map<string, number>();
  const place = ({ take, n }: Chunk): string => `${take}/${String(n)}`;
  const post: Record<string, (said: never) => [number, object]> = {
    begin: (take: Take) => (begun.add(take.take), [200, {}]),
    announce: (chunk: Chunk) =>
      begun.has(chunk.take) ? [200, { url: `${url}/put/${place(chunk)}`, headers: {} }] : [409, {}],
    confirm(chunk: Chunk) {
      const body = bodies.get(place(chunk));
      const right = body !== undefined && sha256(body) === chunk.sha256 && body.length === chunk.bytes;
      if (!right) return [409, {}];
      const known = chunks.some((one) => place(one) === place(chunk));
      const next = chunks.filter(({ take }) => take === chunk.take).length + 1;
      if (!known && chunk.n !== next) return [409, { missing: next }];
      if (!known) chunks.push(chunk);
      return [200, {}];
    },
    end: (take: Take) => (ended.set(take.take, take.chunks), [200, {}]),
  };
  const server = createServer((req, res) => {
    void bytesOf(req).then((body) => {
      const [, what = '', take = '', n = ''] = (req.url ?? '').split('/');
      const headers = {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': '*',
        'access-control-allow-headers': '*',
      };
      if (req.method === 'PUT') bodies.set(`${take}/${n}`, body);
      const duty = req.method === 'POST' ? post[what] : undefined;
      if (what === 'joined') {
        const whole = Buffer.concat(
          chunks.filter((one) => one.take === take).map((one) => bodies.get(place(one)) ?? Buffer.alloc(0)),
        );
        res.writeHead(200, { ...headers, 'content-type': 'video/webm' });
        res.end(whole);
      } else if (duty === undefined) res.writeHead(200, headers).end('{}');
      else {
        const [status, answer] = duty(JSON.parse(body.toString()) as never);
        res.writeHead(status, headers).end(JSON.stringify(answer));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${String((server.address() as { port: number }).port)}`;
  return {
    url,
    chunks,
    ended,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const bytesOf = async (req: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts);
};
