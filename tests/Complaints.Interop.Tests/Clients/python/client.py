"""Channels, stubs and small helpers that the cases share."""
import importlib
import os
import sys
import uuid

import grpc


class Context:
    def __init__(self, stubs, target, web):
        self.web = web
        sys.path.insert(1, stubs)
        # Stock stubs of "grpc/reflection/v1/reflection.proto" import "grpc.reflection.v1": below the installed package of that name.
        grpc.__path__.append(os.path.join(stubs, "grpc"))
        self.pb = importlib.import_module("probe_pb2")
        self.health_pb = importlib.import_module("health_pb2")
        self.reflection_pb = {
            version: importlib.import_module(f"grpc.reflection.{version}.reflection_pb2") for version in ("v1", "v1alpha")}
        self.channel = grpc.insecure_channel(target)
        self.compressing_channel = grpc.insecure_channel(target, compression=grpc.Compression.Gzip)
        stub = importlib.import_module("probe_pb2_grpc").ProbeStub
        self.probe = stub(self.channel)
        self.compressing = stub(self.compressing_channel)
        self.health = importlib.import_module("health_pb2_grpc").HealthStub(self.channel)
        self.reflection = {
            version: importlib.import_module(f"grpc.reflection.{version}.reflection_pb2_grpc").ServerReflectionStub(self.channel)
            for version in ("v1", "v1alpha")}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.channel.close()
        self.compressing_channel.close()


def equal(found, expected, what=""):
    if found != expected:
        raise AssertionError(f"{what}: expected {expected!r:.300}, found {found!r:.300}")


def refused(run, code):
    try:
        run()
    except grpc.RpcError as error:
        equal(error.code(), code, f"status ({error.details()})")
        return error
    raise AssertionError(f"expected {code}, but the call came back")


def unique(name):
    return f"{name}-{uuid.uuid4()}"
