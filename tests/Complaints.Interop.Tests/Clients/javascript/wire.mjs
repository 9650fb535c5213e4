// What no gRPC client shows, read off the wire with Node's own HTTP/2.
import assert from 'node:assert/strict';
import http2 from 'node:http2';
import zlib from 'node:zlib';

function exchange({ target, Probe }, method, request, extra) {
  return new Promise((resolve, reject) => {
    const session = http2.connect(`http://${target}`);
    session.on('error', reject);
    const definition = Probe.service[method];
    const stream = session.request({
      ':method': 'POST',
      ':path': definition.path,
      'content-type': 'application/grpc',
      te: 'trailers',
      ...extra,
    });
    const seen = { headers: {}, trailers: {}, chunks: [] };
    stream.on('response', headers => (seen.headers = headers));
    stream.on('trailers', trailers => (seen.trailers = trailers));
    stream.on('data', chunk => seen.chunks.push(chunk));
    stream.on('error', reject);
    stream.on('close', () => {
      session.close();
      resolve({ ...seen, body: Buffer.concat(seen.chunks), definition });
    });
    const message = definition.requestSerialize(request);
    const head = Buffer.alloc(5);
    head.writeUInt32BE(message.length, 1);
    stream.end(Buffer.concat([head, message]));
  });
}

// A caller that names a deadline and does not keep it: the server must.
async function deadline_kept_by_server(context) {
  const { headers, trailers } = await exchange(context, 'Sleep', { milliseconds: 60_000 }, { 'grpc-timeout': '200m' });
  assert.equal(trailers['grpc-status'] ?? headers['grpc-status'], '4');
}

async function gzip_on_the_wire(context) {
  const text = 'over and over again, '.repeat(5_000);
  const { headers, body, definition } = await exchange(context, 'Echo', { text }, { 'grpc-accept-encoding': 'gzip' });
  assert.equal(headers['grpc-encoding'], 'gzip');
  assert.equal(body[0], 1, 'the message is not marked as compressed');
  assert.ok(body.length < text.length / 10, `${body.length} bytes for ${text.length} characters`);
  assert.equal(definition.responseDeserialize(zlib.gunzipSync(body.subarray(5))).text, text);
}

export const wire = { deadline_kept_by_server, gzip_on_the_wire };
