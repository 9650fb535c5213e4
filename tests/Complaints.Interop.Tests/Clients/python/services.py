import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

from client import equal, refused

PROBE = "complaints.interop.v1.Probe"


def health(context):
    pb = context.health_pb
    serving = pb.HealthCheckResponse.SERVING
    for service in ("", PROBE):
        equal(context.health.Check(pb.HealthCheckRequest(service=service)).status, serving, service)
    refused(lambda: context.health.Check(pb.HealthCheckRequest(service="nobody")), grpc.StatusCode.NOT_FOUND)

    for service, expected in ((PROBE, serving), ("nobody", pb.HealthCheckResponse.SERVICE_UNKNOWN)):
        watch = context.health.Watch(pb.HealthCheckRequest(service=service))
        # Whoever watches a server that has only just begun may hear that it does not know yet.
        equal(next(one.status for one in watch if one.status != pb.HealthCheckResponse.UNKNOWN), expected, service)
        watch.cancel()


def reflection(context, version):
    pb = context.reflection_pb[version]
    extension = pb.ExtensionRequest(containing_type="complaints.interop.v1.Number", extension_number=7)
    answers = list(context.reflection[version].ServerReflectionInfo(iter([
        pb.ServerReflectionRequest(list_services=""),
        pb.ServerReflectionRequest(file_containing_symbol=PROBE),
        pb.ServerReflectionRequest(file_by_filename="probe.proto"),
        pb.ServerReflectionRequest(file_containing_extension=extension),
        pb.ServerReflectionRequest(all_extension_numbers_of_type="complaints.interop.v1.Number"),
        pb.ServerReflectionRequest(file_containing_symbol="nobody.Nothing"),
    ])))
    names = [service.name for service in answers[0].list_services_response.service]
    for name in (PROBE, "grpc.health.v1.Health", f"grpc.reflection.{version}.ServerReflection"):
        equal(name in names, True, f"{name} among {names}")

    equal(answers[1].file_descriptor_response, answers[2].file_descriptor_response, "by symbol and by name")
    call_without_stubs(context, answers[1].file_descriptor_response.file_descriptor_proto)

    # The contracts extend nothing, and the server may say so either way.
    either = (grpc.StatusCode.NOT_FOUND.value[0], grpc.StatusCode.UNIMPLEMENTED.value[0])
    for answer in answers[3:5]:
        equal(answer.error_response.error_code in either, True, str(answer))
    equal(answers[5].error_response.error_code, grpc.StatusCode.NOT_FOUND.value[0])


def call_without_stubs(context, files):
    """What grpcurl does: a call made from nothing but what reflection told."""
    pending = [descriptor_pb2.FileDescriptorProto.FromString(file) for file in files]
    pool = descriptor_pool.DescriptorPool()
    added = set()
    while pending:
        ready = [file for file in pending if added.issuperset(file.dependency)]
        equal(bool(ready), True, "every import is among the files")
        for file in ready:
            pool.Add(file)
            added.add(file.name)
            pending.remove(file)
    method = pool.FindMethodByName(PROBE + ".Echo")
    factory = message_factory.MessageFactory(pool)
    request, reply = factory.GetPrototype(method.input_type), factory.GetPrototype(method.output_type)
    echo = context.channel.unary_unary(f"/{PROBE}/Echo", request.SerializeToString, reply.FromString)
    equal(echo(request(text="without stubs")).text, "without stubs")


CASES = {
    "health": health,
    "reflection_v1": lambda context: reflection(context, "v1"),
    "reflection_v1alpha": lambda context: reflection(context, "v1alpha"),
}
