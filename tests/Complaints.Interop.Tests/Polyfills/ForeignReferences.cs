using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Complaints.Interop.Tests.Polyfills;

/// <summary>What one assembly asks of others, read from its metadata: tokens of types and members.</summary>
internal sealed class ForeignReferences : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public ForeignReferences(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>Assemblies asked for, with the version and public key token asked for.</summary>
    public IEnumerable<AssemblyName> Assemblies =>
        _metadata.AssemblyReferences.Select(handle => _metadata.GetAssemblyReference(handle).GetAssemblyName());

    /// <summary>Every type and member of the named assemblies, as metadata token with a readable name.</summary>
    public IEnumerable<(int Token, string Name)> To(IReadOnlyCollection<string> assemblies)
    {
        foreach (TypeReferenceHandle handle in _metadata.TypeReferences.Where(handle => IsIn(handle, assemblies)))
        {
            yield return (MetadataTokens.GetToken(handle), Name(handle));
        }

        foreach (MemberReferenceHandle handle in _metadata.MemberReferences)
        {
            MemberReference member = _metadata.GetMemberReference(handle);
            if (Declaring(member.Parent) is { } type && IsIn(type, assemblies))
            {
                yield return (MetadataTokens.GetToken(handle), $"{Name(type)}.{_metadata.GetString(member.Name)}");
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private bool IsIn(TypeReferenceHandle handle, IReadOnlyCollection<string> assemblies)
    {
        EntityHandle scope = _metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsIn((TypeReferenceHandle)scope, assemblies),
            HandleKind.AssemblyReference =>
                assemblies.Contains(_metadata.GetString(_metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)),
            _ => false,
        };
    }

    // A member of a constructed generic type hangs on a type specification: its kind, class or struct, then the type.
    private TypeReferenceHandle? Declaring(EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeSpecification)
        {
            BlobReader signature = _metadata.GetBlobReader(_metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
            if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            {
                return null;
            }

            signature.ReadByte();
            parent = signature.ReadTypeHandle();
        }

        return parent.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)parent : null;
    }

    private string Name(TypeReferenceHandle handle)
    {
        TypeReference type = _metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Name((TypeReferenceHandle)type.ResolutionScope)}+{_metadata.GetString(type.Name)}"
            : $"{_metadata.GetString(type.Namespace)}.{_metadata.GetString(type.Name)}";
    }
}
