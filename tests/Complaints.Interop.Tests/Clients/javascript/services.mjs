import assert from 'node:assert/strict';
import grpc from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import 'protobufjs/ext/descriptor/index.js';
import { call, refused } from './client.mjs';

const PROBE = 'complaints.interop.v1.Probe';
const FileDescriptorProto = protobuf.descriptor.FileDescriptorProto;

async function health({ health: client }) {
  const status = async service => (await call(client, 'Check', { service })).reply.status;
  assert.equal(await status(''), 'SERVING');
  assert.equal(await status(PROBE), 'SERVING');
  await refused(call(client, 'Check', { service: 'nobody' }), grpc.status.NOT_FOUND);

  assert.equal(await firstOf(client.Watch({ service: PROBE }), 'UNKNOWN'), 'SERVING');
  assert.equal(await firstOf(client.Watch({ service: 'nobody' })), 'SERVICE_UNKNOWN');
}

// Whoever watches a server that has only just begun may hear that it does not know yet.
function firstOf(watch, but) {
  return new Promise((resolve, reject) => {
    watch.on('data', message => {
      if (message.status === but) {
        return;
      }
      resolve(message.status);
      watch.cancel();
    });
    watch.on('error', error => error.code !== grpc.status.CANCELLED && reject(error));
  });
}

async function reflect(client, requests) {
  const stream = client.ServerReflectionInfo();
  const replies = stream[Symbol.asyncIterator]();
  const answers = [];
  for (const request of requests) {
    stream.write(request);
    answers.push((await replies.next()).value);
  }
  stream.end();
  assert.ok((await replies.next()).done);
  return answers;
}

async function reflection(client, version) {
  const [list, bySymbol, byName, extension, extensions, nobody] = await reflect(client, [
    { list_services: '' },
    { file_containing_symbol: `${PROBE}.Echo` },
    { file_by_filename: 'probe.proto' },
    { file_containing_extension: { containing_type: 'complaints.interop.v1.Number', extension_number: 7 } },
    { all_extension_numbers_of_type: 'complaints.interop.v1.Number' },
    { file_containing_symbol: 'nobody.Nothing' },
  ]);
  const names = list.list_services_response.service.map(service => service.name);
  for (const name of [PROBE, 'grpc.health.v1.Health', `grpc.reflection.${version}.ServerReflection`]) {
    assert.ok(names.includes(name), `${name} is not among ${names}`);
  }

  for (const answer of [bySymbol, byName]) {
    const files = answer.file_descriptor_response.file_descriptor_proto.map(bytes => FileDescriptorProto.decode(bytes));
    assert.equal(files[0].name, 'probe.proto');
    const present = new Set(files.map(file => file.name));
    for (const needed of files.flatMap(file => file.dependency)) {
      assert.ok(present.has(needed), `${needed} is imported and not there`);
    }
  }

  // The contracts extend nothing, and the server may say so either way.
  for (const answer of [extension, extensions]) {
    assert.ok([grpc.status.NOT_FOUND, grpc.status.UNIMPLEMENTED].includes(answer.error_response.error_code), JSON.stringify(answer));
  }
  assert.equal(nobody.error_response.error_code, grpc.status.NOT_FOUND);
}

export const services = {
  health,
  reflection_v1: context => reflection(context.reflection, 'v1'),
  reflection_v1alpha: context => reflection(context.reflectionAlpha, 'v1alpha'),
};
