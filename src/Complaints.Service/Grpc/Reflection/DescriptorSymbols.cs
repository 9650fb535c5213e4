using Google.Protobuf.Reflection;

namespace Complaints.Service.Grpc.Reflection;

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
