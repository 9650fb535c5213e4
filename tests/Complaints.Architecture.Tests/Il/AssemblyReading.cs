using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Complaints.Architecture.Tests.Il;

/// <summary>One pass over an assembly's metadata and bodies.</summary>
internal sealed class AssemblyReading(PEReader file, MetadataReader reader)
{
    private readonly HashSet<TypeUse> _uses = [];
    private readonly List<CodeText> _texts = [];
    private string _user = "";

    public IReadOnlySet<TypeUse> Uses => _uses;

    public IReadOnlyList<CodeText> Texts => _texts;

    public void ReadAll()
    {
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            _user = Outermost(handle);
            Use(type.BaseType);
            foreach (InterfaceImplementationHandle implemented in type.GetInterfaceImplementations())
            {
                Use(reader.GetInterfaceImplementation(implemented).Interface);
            }

            Attributes(type.GetCustomAttributes());
            foreach (FieldDefinitionHandle field in type.GetFields())
            {
                Signature(reader.GetFieldDefinition(field).Signature);
            }

            foreach (MethodDefinitionHandle method in type.GetMethods())
            {
                Method(reader.GetMethodDefinition(method));
            }
        }
    }

    private void Method(MethodDefinition method)
    {
        Signature(method.Signature);
        Attributes(method.GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            Signature(reader.GetStandaloneSignature(body.LocalSignature).Signature);
        }

        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            Use(region.CatchType);
        }

        foreach (int token in Instructions.Tokens(body.GetILReader()))
        {
            Token(token);
        }
    }

    private void Token(int token)
    {
        if (token >>> 24 == 0x70)
        {
            _texts.Add(new CodeText(_user, reader.GetUserString((UserStringHandle)MetadataTokens.Handle(token))));
            return;
        }

        Use(MetadataTokens.EntityHandle(token));
    }

    private void Attributes(CustomAttributeHandleCollection attributes)
    {
        foreach (CustomAttributeHandle attribute in attributes)
        {
            Use(reader.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void Use(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _uses.Add(new TypeUse(_user, null, Outermost((TypeDefinitionHandle)handle)));
                break;
            case HandleKind.TypeReference:
                Reference((TypeReferenceHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                BlobHandle constructed = reader.GetTypeSpecification((TypeSpecificationHandle)handle).Signature;
                UseAll(SignatureTypes.OfType(reader.GetBlobReader(constructed)));
                break;
            case HandleKind.MethodDefinition:
                Use(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Use(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                MemberReference member = reader.GetMemberReference((MemberReferenceHandle)handle);
                Use(member.Parent);
                Signature(member.Signature);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification generic = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Use(generic.Method);
                Signature(generic.Signature);
                break;
            case HandleKind.StandaloneSignature:
                Signature(reader.GetStandaloneSignature((StandaloneSignatureHandle)handle).Signature);
                break;
            default:
                throw new InvalidOperationException($"A token of kind {handle.Kind} was not expected in code.");
        }
    }

    private void Signature(BlobHandle signature) => UseAll(SignatureTypes.OfMember(reader.GetBlobReader(signature)));

    private void UseAll(IEnumerable<EntityHandle> types)
    {
        foreach (EntityHandle type in types)
        {
            Use(type);
        }
    }

    private void Reference(TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            type = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        if (type.ResolutionScope.Kind == HandleKind.AssemblyReference)
        {
            AssemblyReference assembly = reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
            _uses.Add(new TypeUse(_user, reader.GetString(assembly.Name), Name(type.Namespace, type.Name)));
        }
    }

    private string Outermost(TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        }

        return Name(type.Namespace, type.Name);
    }

    private string Name(StringHandle @namespace, StringHandle name) => @namespace.IsNil
        ? reader.GetString(name)
        : reader.GetString(@namespace) + "." + reader.GetString(name);
}
