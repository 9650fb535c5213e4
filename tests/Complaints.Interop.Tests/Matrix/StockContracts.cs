using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Health.V1;

namespace Complaints.Interop.Tests.Matrix;

/// <summary>
/// The contracts of health and reflection as the server's packages have them, as a descriptor set that clients in other languages read: no
/// copy of a contract can then differ from what the server speaks.
/// </summary>
internal static class StockContracts
{
    private static readonly FileDescriptor[] s_files =
    [
        HealthReflection.Descriptor,
        global::Grpc.Reflection.V1.ReflectionReflection.Descriptor,
        global::Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor,
    ];

    /// <summary>Names of the files, as they import each other.</summary>
    public static IEnumerable<string> Files => s_files.Select(file => file.Name);

    /// <summary>Writes the set into a folder and says where.</summary>
    public static async Task<string> WriteAsync(string folder)
    {
        FileDescriptorSet set = new();
        set.File.AddRange(s_files.Select(file => file.ToProto()));
        string path = Path.Combine(Directory.CreateDirectory(folder).FullName, "contracts.binpb");
        await File.WriteAllBytesAsync(path, set.ToByteArray());
        return path;
    }
}
