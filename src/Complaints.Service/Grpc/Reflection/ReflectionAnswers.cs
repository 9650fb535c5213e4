using Complaints.Domain;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Question = Grpc.Reflection.V1.ServerReflectionRequest.MessageRequestOneofCase;

namespace Complaints.Service.Grpc.Reflection;

// One question, one answer. What cannot be answered is an error inside the stream, never the end of it.
internal static class ReflectionAnswers
{
    public static ServerReflectionResponse Answer(DescriptorCatalogue catalogue, ServerReflectionRequest request)
    {
        ServerReflectionResponse response = request.MessageRequestCase switch
        {
            Question.ListServices => ListServices(catalogue),
            Question.FileByFilename => Files(
                catalogue.FindFile(request.FileByFilename), $"file '{request.FileByFilename}'"),
            Question.FileContainingSymbol => Files(
                catalogue.FindSymbol(request.FileContainingSymbol), $"symbol '{request.FileContainingSymbol}'"),
            Question.FileContainingExtension => Error(
                StatusCode.NotFound,
                $"No extension {request.FileContainingExtension.ExtensionNumber} of '{request.FileContainingExtension.ContainingType}': the contracts here extend nothing."),
            Question.AllExtensionNumbersOfType => Error(
                StatusCode.NotFound,
                $"No extensions of '{request.AllExtensionNumbersOfType}': the contracts here extend nothing."),
            _ => Error(StatusCode.InvalidArgument, "The request asks nothing; set one field of message_request."),
        };
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private static ServerReflectionResponse ListServices(DescriptorCatalogue catalogue)
    {
        ListServiceResponse list = new();
        list.Service.AddRange(catalogue.Services.Select(name => new ServiceResponse { Name = name }));
        return new ServerReflectionResponse { ListServicesResponse = list };
    }

    private static ServerReflectionResponse Files(IReadOnlyList<FileDescriptor>? files, string what)
    {
        if (files is null)
        {
            return Error(StatusCode.NotFound, $"There is no {what} in the services here; list_services names them.");
        }

        FileDescriptorResponse found = new();
        found.FileDescriptorProto.AddRange(files.Select(file => file.SerializedData));
        return new ServerReflectionResponse { FileDescriptorResponse = found };
    }

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message } };
}

internal static class ReflectionLimit
{
    public static void Check(int asked)
    {
        if (asked >= Limits.ReflectionQuestions)
        {
            throw new RpcException(new Status(
                StatusCode.ResourceExhausted,
                $"This stream has asked {Limits.ReflectionQuestions} questions, the most it may. Open another."));
        }
    }
}
