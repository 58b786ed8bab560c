import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { startFront } from '../../scripts/local/front.ts';

let functions: Server;
let front: Awaited<ReturnType<typeof startFront>>;
beforeAll(async () => {
  const used = new WeakSet<Socket>();
  functions = createServer((req, res) => {
    // Hangs up on whoever comes back on the same line, as a gateway does whose patience has just ended.
    if (used.has(req.socket)) req.socket.destroy();
    used.add(req.socket);
    res.end('{}');
  });
  await new Promise<void>((resolve) => functions.listen(0, '127.0.0.1', resolve));
  const { port } = functions.address() as AddressInfo;
  front = await startFront({ port: 0, httpPort: port, socketPort: port });
});
afterAll(async () => {
  await front.stop();
  functions.closeAllConnections();
  await new Promise((resolve) => functions.close(resolve));
});

test('no request is lost on a line that the gateway is about to close', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const answer = await fetch(`http://127.0.0.1:${String(front.port)}/api/chat`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(200);
  }
});
