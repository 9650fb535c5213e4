using Grpc.Core;
using Grpc.Reflection.V1;

namespace Complaints.Service.Grpc.Reflection;

internal sealed class ReflectionService(DescriptorCatalogue catalogue) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        for (int asked = 0; await requestStream.MoveNext(context.CancellationToken); asked++)
        {
            ReflectionLimit.Check(asked);
            await responseStream.WriteAsync(
                ReflectionAnswers.Answer(catalogue, requestStream.Current), context.CancellationToken);
        }
    }
}
