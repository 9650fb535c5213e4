import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

export function connect({ target, web, contracts, probe }) {
  const options = { includeDirs: [probe], keepCase: true, longs: Number, enums: String, defaults: true, oneofs: true };
  const stock = loader.loadFileDescriptorSetFromBuffer(readFileSync(contracts), options);
  const root = grpc.loadPackageDefinition({ ...stock, ...loader.loadSync('probe.proto', options) });
  const insecure = grpc.credentials.createInsecure();
  const Probe = root.complaints.interop.v1.Probe;
  const open = [];
  const make = (Client, options) => {
    const client = new Client(target, insecure, options);
    open.push(client);
    return client;
  };
  return {
    target,
    web,
    Probe,
    probe: make(Probe),
    compressing: make(Probe, { 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip }),
    health: make(root.grpc.health.v1.Health),
    reflection: make(root.grpc.reflection.v1.ServerReflection),
    reflectionAlpha: make(root.grpc.reflection.v1alpha.ServerReflection),
    close: () => open.forEach(client => client.close()),
  };
}

// A unary call: reply, headers, trailers.
export function call(client, method, request, metadata = new grpc.Metadata(), options = {}) {
  return new Promise((resolve, reject) => {
    let headers;
    let reply;
    const started = client[method](request, metadata, options, (error, value) => {
      reply = value;
      if (error) {
        reject(error);
      }
    });
    started.on('metadata', value => (headers = value));
    started.on('status', status => status.code === grpc.status.OK && resolve({ reply, headers, trailers: status.metadata }));
  });
}

export async function refused(promise, code) {
  const error = await promise.then(() => null, reason => reason);
  assert.ok(error, `expected ${grpc.status[code]}, but the call came back`);
  assert.equal(error.code, code, `expected ${grpc.status[code]}, got: ${error.message}`);
  return error;
}

export const unique = name => `${name}-${randomUUID()}`;
