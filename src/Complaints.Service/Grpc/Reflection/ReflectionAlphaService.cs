using Google.Protobuf;
using Grpc.Core;
using Grpc.Reflection.V1Alpha;

namespace Complaints.Service.Grpc.Reflection;

// The two versions are the same bytes under two names, so this one is the other, re-read.
internal sealed class ReflectionAlphaService(DescriptorCatalogue catalogue) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        for (int asked = 0; await requestStream.MoveNext(context.CancellationToken); asked++)
        {
            ReflectionLimit.Check(asked);
            var question = global::Grpc.Reflection.V1.ServerReflectionRequest.Parser.ParseFrom(requestStream.Current.ToByteString());
            ByteString answer = ReflectionAnswers.Answer(catalogue, question).ToByteString();
            await responseStream.WriteAsync(ServerReflectionResponse.Parser.ParseFrom(answer), context.CancellationToken);
        }
    }
}
