using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Complaints.Architecture.Tests.Il;

/// <summary>What a built assembly of the product says about itself: which types use which, and which texts its code holds.</summary>
internal sealed class ProductAssembly
{
    private static readonly Lazy<IReadOnlyList<ProductAssembly>> s_all = new(() => [.. Repository.Products.Select(Read)]);

    private ProductAssembly(string project, IReadOnlySet<TypeUse> uses, IReadOnlyList<CodeText> texts)
    {
        Project = project;
        Uses = uses;
        Texts = texts;
    }

    /// <summary>Every project of <c>src</c>, as built beside these tests.</summary>
    public static IReadOnlyList<ProductAssembly> All => s_all.Value;

    /// <summary>The project's name, which its namespaces begin with.</summary>
    public string Project { get; }

    /// <summary>
    /// Which type uses which, in signatures, fields, bases, attributes and bodies; generated and nested ones as their outermost.
    /// </summary>
    public IReadOnlySet<TypeUse> Uses { get; }

    /// <summary>The texts that code loads.</summary>
    public IReadOnlyList<CodeText> Texts { get; }

    private static ProductAssembly Read(string project)
    {
        string path = Path.Combine(AppContext.BaseDirectory, project == "Complaints.Cli" ? "complaints.dll" : project + ".dll");
        using var file = new PEReader(File.OpenRead(path));
        var reading = new AssemblyReading(file, file.GetMetadataReader());
        reading.ReadAll();
        return new ProductAssembly(project, reading.Uses, reading.Texts);
    }
}

/// <summary>A type that is used, and the type that uses it. <paramref name="Assembly"/> is null for one of the same assembly.</summary>
internal readonly record struct TypeUse(string User, string? Assembly, string Used)
{
    /// <summary>The namespace of the type that uses the other.</summary>
    public string From => Namespace(User);

    /// <summary>The namespace of the type that is used.</summary>
    public string To => Namespace(Used);

    private static string Namespace(string type) => type.LastIndexOf('.') is > 0 and int dot ? type[..dot] : "";
}

/// <summary>A text in code, and the type whose code loads it.</summary>
internal readonly record struct CodeText(string Type, string Text);
