using Grpc.Core;

namespace Complaints.Service.Grpc.Reflection;

internal static class ReflectionLimit
{
    public static void Check(int asked)
    {
        if (asked >= GrpcLimits.ReflectionQuestionsPerStream)
        {
            throw new RpcException(new Status(
                StatusCode.ResourceExhausted,
                $"This stream has asked {GrpcLimits.ReflectionQuestionsPerStream} questions, the most it may. Open another."));
        }
    }
}
