using System.Collections.Frozen;
using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace Complaints.Service.Grpc.Reflection;

/// <summary>
/// The descriptors of every gRPC service mapped in the host, found through its endpoints, and of all that they import.
/// Built at the first question, when the endpoints are complete.
/// </summary>
/// <param name="endpoints">The host's endpoints.</param>
public sealed class DescriptorCatalogue(EndpointDataSource endpoints)
{
    private readonly Lazy<Index> _index = new(() => new Index(MappedServices(endpoints)));

    /// <summary>Full names of the mapped services, in order.</summary>
    public IReadOnlyList<string> Services => _index.Value.Services;

    // A file and everything it imports, itself first; null when there is no such file.
    internal IReadOnlyList<FileDescriptor>? FindFile(string name) =>
        _index.Value.Files.TryGetValue(name, out FileDescriptor? file) ? Closure(file) : null;

    internal IReadOnlyList<FileDescriptor>? FindSymbol(string fullName) =>
        _index.Value.Symbols.TryGetValue(fullName, out FileDescriptor? file) ? Closure(file) : null;

    private static IEnumerable<ServiceDescriptor> MappedServices(EndpointDataSource endpoints) => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
        .OfType<Type>()
        .Distinct()
        .Select(Describe)
        .OfType<ServiceDescriptor>()
        .DistinctBy(service => service.FullName);

    // A generated service base names the class that binds it, and that class holds the descriptor. A service written
    // without a contract has none, and nothing can be said of it.
    private static ServiceDescriptor? Describe(Type serviceType)
    {
        for (Type? type = serviceType; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } binding)
            {
                return binding.BindType
                    .GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?
                    .GetValue(null) as ServiceDescriptor;
            }
        }

        return null;
    }

    private static List<FileDescriptor> Closure(FileDescriptor root)
    {
        List<FileDescriptor> files = [root];
        HashSet<string> seen = [root.Name];
        for (int next = 0; next < files.Count; next++)
        {
            files.AddRange(files[next].Dependencies.Where(file => seen.Add(file.Name)));
        }

        return files;
    }

    private sealed class Index
    {
        public Index(IEnumerable<ServiceDescriptor> services)
        {
            List<ServiceDescriptor> known = [.. services];
            Services = [.. known.Select(service => service.FullName).Order(StringComparer.Ordinal)];
            List<FileDescriptor> files = [.. known.SelectMany(service => Closure(service.File)).DistinctBy(file => file.Name)];
            Files = files.ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);
            Symbols = files
                .SelectMany(file => DescriptorSymbols.Of(file).Select(symbol => (symbol, file)))
                .DistinctBy(pair => pair.symbol)
                .ToFrozenDictionary(pair => pair.symbol, pair => pair.file, StringComparer.Ordinal);
        }

        public IReadOnlyList<string> Services { get; }

        public FrozenDictionary<string, FileDescriptor> Files { get; }

        public FrozenDictionary<string, FileDescriptor> Symbols { get; }
    }
}

// Full names of all that a file declares: services and methods, messages with their fields and oneofs, enums and values.
internal static class DescriptorSymbols
{
    public static IEnumerable<string> Of(FileDescriptor file) =>
    [
        .. file.Services.SelectMany(service => service.Methods.Select(method => method.FullName).Prepend(service.FullName)),
        .. file.MessageTypes.SelectMany(Of),
        .. file.EnumTypes.SelectMany(Of),
    ];

    private static IEnumerable<string> Of(MessageDescriptor message) =>
    [
        message.FullName,
        .. message.Fields.InDeclarationOrder().Select(field => field.FullName),
        .. message.Oneofs.Select(oneof => oneof.FullName),
        .. message.NestedTypes.SelectMany(Of),
        .. message.EnumTypes.SelectMany(Of),
    ];

    private static IEnumerable<string> Of(EnumDescriptor type) =>
        type.Values.Select(value => value.FullName).Prepend(type.FullName);
}
