using System.Reflection;
using DuckDB.NET.Native;

namespace Complaints.Polyfills.Tests;

/// <summary>Tests of what a stand-in does otherwise than the original are left out over the original.</summary>
internal static class StandIn
{
    public static void OnlyHere() => Assert.SkipUnless(
        ProductOf(typeof(NativeMethods)) == ProductOf(typeof(StandIn)), "The upstream package answers otherwise.");

    private static string? ProductOf(Type type) => type.Assembly.GetCustomAttribute<AssemblyProductAttribute>()?.Product;
}
