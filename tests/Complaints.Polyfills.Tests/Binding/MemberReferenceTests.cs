using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using DuckDB.NET.Data;

namespace Complaints.Polyfills.Tests.Binding;

/// <summary>
/// Every type and member by which the real ADO.NET layer asks for the assemblies below it is there, with the very
/// signature: the runtime itself resolves each reference of the package's metadata.
/// </summary>
public class MemberReferenceTests
{
    [Theory]
    [InlineData("DuckDB.NET.Bindings", 57, 206)]
    [InlineData("Apache.Arrow", 8, 7)]
    public void Every_member_the_real_package_references_exists(string assembly, int types, int members)
    {
        var module = typeof(DuckDBConnection).Module;
        using var image = new PEReader(File.OpenRead(module.FullyQualifiedName));
        var metadata = image.GetMetadataReader();

        var typeReferences = metadata.TypeReferences.Where(type => ScopeOf(metadata, type) == assembly).ToList();
        var memberReferences = metadata.MemberReferences
            .Where(member => metadata.GetMemberReference(member).Parent is { Kind: HandleKind.TypeReference } parent
                && ScopeOf(metadata, (TypeReferenceHandle)parent) == assembly)
            .ToList();

        var missing = typeReferences
            .Select(type => Failure(() => module.ResolveType(MetadataTokens.GetToken(type))))
            .Concat(memberReferences.Select(member => Failure(() => module.ResolveMember(MetadataTokens.GetToken(member)))))
            .OfType<string>()
            .ToList();

        Assert.Empty(missing);
        Assert.Equal((types, members), (typeReferences.Count, memberReferences.Count));
    }

    private static string? Failure(Func<object?> resolve)
    {
        try
        {
            return resolve() is null ? "nothing" : null;
        }
        catch (Exception error) when (error is TypeLoadException or MissingMemberException or IOException)
        {
            return error.Message;
        }
    }

    private static string? ScopeOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference =>
                metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => ScopeOf(metadata, (TypeReferenceHandle)scope),
            _ => null,
        };
    }
}
