using System.Reflection.Metadata;

namespace Complaints.Architecture.Tests.Il;

/// <summary>The types that a signature names.</summary>
internal static class SignatureTypes
{
    /// <summary>The types in the signature of a field, property, method, generic call or list of locals.</summary>
    public static IEnumerable<EntityHandle> OfMember(BlobReader blob)
    {
        List<EntityHandle> found = [];
        SignatureHeader header = blob.ReadSignatureHeader();
        switch (header.Kind)
        {
            case SignatureKind.Method or SignatureKind.Property:
                Parameters(ref blob, header, found);
                break;
            case SignatureKind.Field:
                Type(ref blob, found);
                break;
            default:
                Types(ref blob, blob.ReadCompressedInteger(), found);
                break;
        }

        return found;
    }

    /// <summary>The types in a constructed type, such as an array or a generic one. It has no header.</summary>
    public static IEnumerable<EntityHandle> OfType(BlobReader blob)
    {
        List<EntityHandle> found = [];
        Type(ref blob, found);
        return found;
    }

    private static void Parameters(ref BlobReader blob, SignatureHeader header, List<EntityHandle> found)
    {
        if (header.IsGeneric)
        {
            blob.ReadCompressedInteger();
        }

        Types(ref blob, blob.ReadCompressedInteger() + 1, found);
    }

    private static void Types(ref BlobReader blob, int count, List<EntityHandle> found)
    {
        for (int i = 0; i < count; i++)
        {
            Type(ref blob, found);
        }
    }

    private static void Type(ref BlobReader blob, List<EntityHandle> found)
    {
        switch (blob.ReadSignatureTypeCode())
        {
            case SignatureTypeCode.TypeHandle:
                found.Add(blob.ReadTypeHandle());
                break;
            case SignatureTypeCode.Pointer or SignatureTypeCode.ByReference or SignatureTypeCode.SZArray or SignatureTypeCode.Pinned
                or SignatureTypeCode.Sentinel:
                Type(ref blob, found);
                break;
            case SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier:
                found.Add(blob.ReadTypeHandle());
                Type(ref blob, found);
                break;
            case SignatureTypeCode.GenericTypeInstance:
                Type(ref blob, found);
                Types(ref blob, blob.ReadCompressedInteger(), found);
                break;
            case SignatureTypeCode.GenericTypeParameter or SignatureTypeCode.GenericMethodParameter:
                blob.ReadCompressedInteger();
                break;
            case SignatureTypeCode.Array:
                Type(ref blob, found);
                Shape(ref blob);
                break;
            case SignatureTypeCode.FunctionPointer:
                Parameters(ref blob, blob.ReadSignatureHeader(), found);
                break;
            default:
                break;
        }
    }

    private static void Shape(ref BlobReader blob)
    {
        blob.ReadCompressedInteger();
        for (int list = 0; list < 2; list++)
        {
            int count = blob.ReadCompressedInteger();
            for (int i = 0; i < count; i++)
            {
                blob.ReadCompressedInteger();
            }
        }
    }
}
