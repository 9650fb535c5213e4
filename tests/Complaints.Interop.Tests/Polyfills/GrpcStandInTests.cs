using System.Reflection;

namespace Complaints.Interop.Tests.Polyfills;

/// <summary>Whatever the real packages ask of the assemblies below them is there, whichever way those came.</summary>
public sealed class GrpcStandInTests
{
    private static readonly string[] Below = ["Grpc.Core.Api", "Grpc.Net.Common"];

    public static TheoryData<string> RealAssemblies => ["Grpc.AspNetCore.Server", "Grpc.Net.Client"];

    [Theory]
    [MemberData(nameof(RealAssemblies))]
    public void Every_type_and_member_that_is_asked_for_exists(string name)
    {
        Module real = Assembly.Load(name).ManifestModule;
        using ForeignReferences references = new(real.FullyQualifiedName);
        (int Token, string Name)[] asked = [.. references.To(Below)];

        string[] missing = [.. asked.Where(reference => !Resolves(real, reference.Token)).Select(reference => reference.Name)];

        Assert.True(asked.Length > 50, $"Only {asked.Length} references were found in {name}; there are about 90.");
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(RealAssemblies))]
    public void The_identity_is_the_one_that_is_asked_for(string name)
    {
        using ForeignReferences references = new(Assembly.Load(name).Location);
        AssemblyName[] asked = [.. references.Assemblies.Where(assembly => Below.Contains(assembly.Name))];

        Assert.Equal(Below.Length, asked.Length);
        foreach (AssemblyName one in asked)
        {
            AssemblyName found = Assembly.Load(one).GetName();
            Assert.Equal(one.Version, found.Version);
            Assert.Equal(one.GetPublicKeyToken(), found.GetPublicKeyToken());
        }
    }

    // The runtime's own resolution: name, signature, generic arity and all.
    private static bool Resolves(Module module, int token)
    {
        try
        {
            Type[] typeArguments = [.. Enumerable.Repeat(typeof(object), 16)];
            return module.ResolveMember(token, typeArguments, typeArguments) is not null;
        }
        catch (Exception e) when (e is MissingMemberException or TypeLoadException or FileNotFoundException)
        {
            return false;
        }
    }
}
